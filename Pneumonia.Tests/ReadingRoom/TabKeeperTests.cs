using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.ReadingRoom;

public sealed class TabKeeperTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Another_circuit_gets_X_rays_samples_order_selection_and_settings_back()
    {
        using var tab = app.Services.CreateScope();
        var session = tab.ServiceProvider.GetRequiredService<ReadingSession>();
        session.ReadBlind(true);
        session.Judge("sensitive");
        session.ShowFigures(true);
        await session.AddAsync([Image("one.png", patch: true), Image("two.png", patch: false)]);
        await session.AddAsync([tab.ServiceProvider.GetRequiredService<SampleLibrary>().All[0].Image]);
        session.Reveal(session.Studies[0]);
        session.Select(session.Studies[1]);
        var state = Keeper(tab).Describe();

        using var next = app.Services.CreateScope();
        Assert.Equal(0, await Keeper(next).RestoreAsync(state, default));

        var restored = next.ServiceProvider.GetRequiredService<ReadingSession>();
        Assert.Equal(session.Studies.Select(Of), restored.Studies.Select(Of));
        Assert.Equal("two.png", restored.Selected?.Name);
        Assert.True(restored is { BlindReading: true, FiguresShown: true, OperatingPoint: "sensitive" });
        Assert.Equal(state.Studies, Keeper(next).Describe().Studies);

        static (string, bool, StudyState, bool) Of(Study study) => (study.Name, study.Synthetic, study.State, study.AnswerShown);
    }

    [Fact]
    public async Task X_rays_that_nothing_keeps_are_counted_as_lost()
    {
        await using var forgetful = new App { KeepUploads = false };
        using var tab = forgetful.Services.CreateScope();
        await tab.ServiceProvider.GetRequiredService<ReadingSession>().AddAsync([Image("gone.png", patch: true)]);
        var state = Keeper(tab).Describe();

        using var next = forgetful.Services.CreateScope();
        Assert.Empty(state.Studies);
        Assert.Equal(1, await Keeper(next).RestoreAsync(state, default));
    }

    [Fact]
    public async Task X_rays_that_were_deleted_meanwhile_are_counted_and_the_others_come_back()
    {
        using var tab = app.Services.CreateScope();
        var session = tab.ServiceProvider.GetRequiredService<ReadingSession>();
        await session.AddAsync([Image("deleted.png", patch: true), Image("left.png", patch: true)]);
        var state = Keeper(tab).Describe();
        await app.Services.GetRequiredService<IStudyStore>().DeleteAsync([session.Studies[0].StoredId!]);

        using var next = app.Services.CreateScope();
        Assert.Equal(1, await Keeper(next).RestoreAsync(state, default));
        Assert.Equal("left.png", Assert.Single(next.ServiceProvider.GetRequiredService<ReadingSession>().Studies).Name);
    }

    private static TabKeeper Keeper(IServiceScope tab) => tab.ServiceProvider.GetRequiredService<TabKeeper>();

    private static IncomingImage Image(string name, bool patch)
    {
        var bytes = Xrays.Chest(name, patch).Buffer;
        return new IncomingImage(name, bytes.Length, _ => new MemoryStream(bytes));
    }
}
