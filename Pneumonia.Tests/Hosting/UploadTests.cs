using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Uploads;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Hosting;

public sealed class UploadTests : IClassFixture<App>, IDisposable
{
    private readonly App _app;
    private readonly IServiceScope _tab;
    private readonly string _token;

    public UploadTests(App app)
    {
        _app = app;
        _tab = app.Services.CreateScope();
        _token = Desk.Open(work => work());
    }

    private UploadDesk Desk => _tab.ServiceProvider.GetRequiredService<UploadDesk>();

    private ReadingSession Session => _tab.ServiceProvider.GetRequiredService<ReadingSession>();

    public void Dispose() => _tab.Dispose();

    [Fact]
    public async Task A_file_becomes_a_study_of_the_tab_and_of_the_store()
    {
        var response = await SendAsync(_token, "k", "sent.png");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var study = Assert.Single(Session.Studies);
        Assert.Equal(("sent.png", StudyState.Done), (study.Name, study.State));
        Assert.Same(study, Session.Selected);
        Assert.NotNull(await _app.Services.GetRequiredService<IStudyStore>().FindAsync(study.StoredId!));
    }

    [Fact]
    public async Task Who_does_not_know_the_token_or_comes_after_the_tab_has_closed_is_turned_away()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("guessed", "k", "chest.png")).StatusCode);
        Assert.Empty(Session.Studies);

        _tab.Dispose();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(_token, "k", "chest.png")).StatusCode);
        Assert.Null(_app.Services.GetRequiredService<UploadDesks>().Find(_token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_over_the_limit_is_refused_whether_it_tells_its_length_or_not(bool chunked)
    {
        var response = await SendAsync(_token, "k", "huge.png", new byte[Limits.BytesPerFile + 1], chunked: chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(Session.Studies);
    }

    [Fact]
    public async Task A_file_that_is_sent_again_is_one_study()
    {
        var both = await Task.WhenAll(SendAsync(_token, "same", "twice.png"), SendAsync(_token, "same", "twice.png"));
        var third = await SendAsync(_token, "same", "twice.png");

        Assert.All([.. both, third], response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        Assert.Single(Session.Studies);
        var stored = await _app.Services.GetRequiredService<IStudyStore>().ListAsync(new StudyQuery { Text = "twice" });
        Assert.Single(stored.Studies);
    }

    [Fact]
    public async Task A_file_whose_bytes_broke_off_is_taken_when_it_comes_again()
    {
        await Assert.ThrowsAsync<IOException>(() => Desk.TakeAsync("k", 0, true, _ => throw new IOException(), CancellationToken.None));
        Assert.Empty(Session.Studies);

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(_token, "k", "cut.png")).StatusCode);
        Assert.Equal(StudyState.Done, Assert.Single(Session.Studies).State);
    }

    [Fact]
    public async Task A_file_in_parts_is_one_study_whichever_part_comes_again_or_too_early()
    {
        var file = Xrays.Chest("parts.png", patch: true, side: 96).Buffer;
        var half = file.Length / 2;

        Assert.Equal($"{half}", await PartAsync(0, half));
        Assert.Equal($"{half}", await PartAsync(0, half));
        Assert.Equal($"{half}", await PartAsync(half + 1, file.Length));
        Assert.Equal($"{half}", await PartAsync(half, half));
        Assert.Empty(Session.Studies);
        Assert.Equal("NoContent", await PartAsync(half, file.Length));
        Assert.Equal("NoContent", await PartAsync(half, file.Length));
        Assert.Equal("NoContent", await PartAsync(0, half));

        Assert.Equal(StudyState.Done, Assert.Single(Session.Studies).State);
        Assert.Equal(0, _app.Services.GetRequiredService<FilesInParts>().Count);

        async Task<string> PartAsync(int from, int to)
        {
            var response = await SendAsync(_token, "k", "parts.png", file[from..to], part: new FilePart(file.Length, from, Stream.Null));
            return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsStringAsync() : $"{response.StatusCode}";
        }
    }

    [Fact]
    public async Task A_file_that_is_given_up_halfway_goes_with_its_tab()
    {
        await SendAsync(_token, "k", "half.png", new byte[400], part: new FilePart(1000, 0, Stream.Null));
        Assert.Equal(1, _app.Services.GetRequiredService<FilesInParts>().Count);

        _tab.Dispose();
        Assert.Equal(0, _app.Services.GetRequiredService<FilesInParts>().Count);
    }

    [Theory]
    [InlineData(1000, -1, HttpStatusCode.BadRequest)]
    [InlineData(-1, 0, HttpStatusCode.BadRequest)]
    [InlineData(Limits.BytesPerFile + 1, 0, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_part_that_cannot_be_or_is_of_too_large_a_file_is_refused(long length, long offset, HttpStatusCode status) =>
        Assert.Equal(status, (await SendAsync(_token, "k", "part.png", new byte[400], part: new FilePart(length, offset, Stream.Null))).StatusCode);

    [Fact]
    public async Task Files_stand_in_the_order_they_were_chosen_in_whichever_comes_first()
    {
        await SendAsync(_token, "b", "second.png", place: 1);
        await SendAsync(_token, "a", "first.png", place: 0, first: true);
        await SendAsync(_token, "c", "third.png", place: 2);

        Assert.Equal(["first.png", "second.png", "third.png"], Session.Studies.Select(study => study.Name));
        Assert.Equal("first.png", Session.Selected?.Name);
    }

    [Theory]
    [InlineData("Röntgen Ä ß 100 %; \"a\", b=c.png")]
    [InlineData("胸部 صورة 🫁.png")]
    public async Task A_name_comes_as_it_is(string name)
    {
        await SendAsync(_token, "k", name);

        Assert.Equal(name, Assert.Single(Session.Studies).Name);
    }

    [Theory]
    [InlineData("", "chest.png")]
    [InlineData("k", "")]
    [InlineData("k", "a\0b.png")]
    public async Task Without_a_key_or_a_name_nothing_is_taken(string key, string name)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(_token, key, name)).StatusCode);
        Assert.Empty(Session.Studies);
    }

    [Fact]
    public async Task What_finds_no_room_in_the_tab_is_told_so_and_finds_it_later()
    {
        for (var i = 0; i < Limits.StudiesPerSession; i++)
        {
            await SendAsync(_token, $"{i}", $"{i}.png", "no image"u8.ToArray());
        }

        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(_token, "last", "last.png")).StatusCode);
        Session.Remove(Session.Studies[0]);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(_token, "last", "last.png")).StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string token, string key, string name, byte[]? bytes = null, int place = 0, bool first = false, bool chunked = false, FilePart? part = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads/{token}")
        {
            Content = new ByteArrayContent(bytes ?? Xrays.Chest(name, patch: true, side: 96).Buffer),
        };
        request.Headers.Add("Upload-Key", key);
        request.Headers.Add("Upload-Name", Uri.EscapeDataString(name));
        request.Headers.Add("Upload-Place", $"{place}");
        request.Headers.Add("Upload-First", first ? "true" : "false");
        request.Headers.TransferEncodingChunked = chunked;
        if (part is { Length: var length, Offset: var offset })
        {
            request.Headers.Add("Upload-Length", $"{length}");
            request.Headers.Add("Upload-Offset", $"{offset}");
        }

        return await _app.CreateClient().SendAsync(request);
    }
}
