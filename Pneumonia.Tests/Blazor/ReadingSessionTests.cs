using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Blazor;

public sealed class ReadingSessionTests(App app) : IClassFixture<App>, IDisposable
{
    private readonly IServiceScope _scope = app.Services.CreateScope();

    private ReadingSession Session => _scope.ServiceProvider.GetRequiredService<ReadingSession>();

    private SessionImages Store => app.Services.GetRequiredService<SessionImages>();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task Images_are_held_while_the_session_lasts_and_no_longer()
    {
        await Session.AddAsync([Image("chest.png"), Image("other.png")]);
        var held = Session.Studies.SelectMany(study => new[] { study.ViewId!, study.ThumbnailId!, study.OverlayId! }).ToList();
        Assert.All(held, id => Assert.NotNull(Store.Find(id)));

        Session.Remove(Session.Studies[0]);
        Assert.Null(Store.Find(held[0]));
        _scope.Dispose();
        Assert.All(held, id => Assert.Null(Store.Find(id)));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_unread()
    {
        await Session.AddAsync([new IncomingImage("huge.png", Limits.BytesPerFile + 1, _ => throw new InvalidOperationException("read"))]);

        Assert.Equal("huge.png: the file has 64 MB; at most 64 MB can be read.", Session.Studies[0].Refusal);
    }

    [Fact]
    public async Task An_interrupted_upload_is_refused_in_a_sentence_and_the_next_file_is_still_read()
    {
        await Session.AddAsync([new IncomingImage("cut.png", 100, _ => new MemoryStream(new byte[10])), Image("chest.png")]);

        Assert.Equal("cut.png: the upload was interrupted; choose the file again.", Session.Studies[0].Refusal);
        Assert.Equal(StudyState.Done, Session.Studies[1].State);
    }

    [Fact]
    public async Task The_first_of_the_files_just_chosen_is_shown_and_steps_stop_at_the_ends()
    {
        await Session.AddAsync([Image("one.png"), Image("two.png")]);
        Assert.Equal("one.png", Session.Selected?.Name);

        Session.Step(1);
        Session.Step(1);
        Assert.Equal("two.png", Session.Selected?.Name);
        Session.Remove(Session.Selected!);
        Assert.Equal("one.png", Session.Selected?.Name);
    }

    [Fact]
    public async Task Without_a_model_an_image_is_refused_in_a_sentence_and_not_lost_in_an_error()
    {
        await using var missing = new App { HasModel = false };
        using var other = missing.Services.CreateScope();
        var session = other.ServiceProvider.GetRequiredService<ReadingSession>();

        await session.AddAsync([Image("chest.png")]);

        Assert.Equal(StudyState.Refused, session.Studies[0].State);
        Assert.Contains("pneumonia.zip", session.Studies[0].Refusal);
    }

    [Fact]
    public async Task What_a_visitor_uploads_is_kept_and_a_phantom_is_not()
    {
        var studies = app.Services.GetRequiredService<IStudyStore>();

        await Session.AddAsync([Image("kept.png"), Image("phantom.png") with { Synthetic = true }]);

        var stored = await studies.FindAsync(Session.Studies[0].StoredId!);
        Assert.Equal(("kept.png", StudySource.Page, 96), (stored?.FileName, stored?.Source, stored?.Width));
        Assert.Equal(Session.Studies[0].Diagnosis!.Prediction.Label, stored?.Verdict);
        Assert.Null(Session.Studies[1].StoredId);
        Assert.Empty((await studies.ListAsync(new StudyQuery { Text = "phantom" })).Studies);
    }

    [Fact]
    public async Task Where_uploads_are_not_to_be_kept_none_is()
    {
        await using var forgetful = new App { KeepUploads = false };
        using var other = forgetful.Services.CreateScope();
        var session = other.ServiceProvider.GetRequiredService<ReadingSession>();

        await session.AddAsync([Image("chest.png")]);

        Assert.Equal(StudyState.Done, session.Studies[0].State);
        Assert.Empty((await forgetful.Services.GetRequiredService<IStudyStore>().ListAsync(new StudyQuery())).Studies);
    }

    [Fact]
    public async Task An_upload_that_cannot_be_kept_is_refused_in_a_sentence()
    {
        await using var full = new App();
        using var other = full.Services.CreateScope();
        var session = other.ServiceProvider.GetRequiredService<ReadingSession>();
        Directory.Delete(Path.Combine(full.Data, "images"), recursive: true);

        await session.AddAsync([Image("chest.png")]);

        Assert.Equal(StudyState.Refused, session.Studies[0].State);
        Assert.StartsWith("Image folder", session.Studies[0].Refusal);
    }

    private static IncomingImage Image(string name)
    {
        var bytes = Xrays.Chest(name, patch: true, side: 96).Buffer;
        return new IncomingImage(name, bytes.Length, _ => new MemoryStream(bytes));
    }
}
