using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The server is started anew, or forgets a sleeping laptop, under an open page.</summary>
public sealed class RestartTests(RestartTests.Restarting chromium) : IClassFixture<RestartTests.Restarting>
{
    [Fact]
    public async Task After_a_restart_the_page_comes_back_at_its_address_with_what_was_open_and_typed()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("one.png", patch: true), Xrays.Chest("two.png", patch: false));
        await Expect(States(page)).ToHaveTextAsync(["Pneumonia likely", "Pneumonia unlikely"]);
        await page.Page.Locator(".tile").Last.ClickAsync();
        await Note(page).FillAsync("Film of yesterday asked for");

        await chromium.RestartAsync(async () =>
        {
            await Expect(Notice(page)).ToBeVisibleAsync();
            await Expect(Failure(page)).ToBeHiddenAsync();
            await Note(page).PressSequentiallyAsync(", too");
            await page.ChooseAsync(Xrays.Chest("three.png", patch: true));
        });

        await Expect(States(page)).ToHaveTextAsync(["Pneumonia likely", "Pneumonia unlikely", "Pneumonia likely"], new() { Timeout = 60_000 });
        await Expect(page.Page.Locator(".tile .name")).ToHaveTextAsync(["one.png", "two.png", "three.png"]);
        await Expect(Notice(page)).ToBeHiddenAsync();
        await Expect(Failure(page)).ToBeHiddenAsync();
        Assert.EndsWith("/diagnose", page.Page.Url, StringComparison.Ordinal);

        // What was chosen last is looked at, and a note of another patient's is not in its field.
        await Expect(Note(page)).ToHaveValueAsync("");
        await page.Page.Locator(".tile").Nth(1).ClickAsync();
        await Expect(Note(page)).ToHaveValueAsync("Film of yesterday asked for, too");
        await page.ShootAsync("restarted-1280x800");
    }

    [Fact]
    public async Task What_was_typed_into_a_form_is_there_after_a_restart()
    {
        await using var page = await chromium.OpenAsync("training");
        await page.Page.GetByLabel("Epochs").FillAsync("17");

        await chromium.RestartAsync(() => Expect(Notice(page)).ToBeVisibleAsync());

        await Expect(Notice(page)).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.Page.GetByLabel("Epochs")).ToHaveValueAsync("17", new() { Timeout = 60_000 });
        Assert.EndsWith("/training", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_while_the_line_is_cut_is_heard_once_it_is_back()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        IWebSocketRoute? here = null, there = null;
        await page.Page.RouteWebSocketAsync(new Regex("_blazor"), socket => (here, there) = (socket, socket.ConnectToServer()));
        await page.GoAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("cut.png", patch: true));
        await Expect(Note(page)).ToBeVisibleAsync();

        await page.Page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await there!.CloseAsync();
        await here!.CloseAsync();
        await Expect(Notice(page)).ToBeVisibleAsync();
        await Note(page).FillAsync("typed in vain");
        await Expect(Failure(page)).ToBeHiddenAsync();
        await page.Page.UnrouteAllAsync();
        await Expect(Notice(page)).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await page.Page.Locator(".notes button").ClickAsync();

        await Expect(page.Page.Locator(".notes li")).ToContainTextAsync("typed in vain");
        await Expect(Failure(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_circuit_that_was_lost_while_a_laptop_slept_gives_way_to_another_with_the_same_X_rays()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("asleep 1.png", patch: true), Xrays.Chest("asleep 2.png", patch: false));
        await Expect(States(page)).ToHaveTextAsync(["Pneumonia likely", "Pneumonia unlikely"]);

        await page.Page.EvaluateAsync("Blazor.pauseCircuit()");
        await page.Page.EvaluateAsync("document.querySelectorAll('.tile').forEach(tile => tile.dataset.old = true)");
        await page.Page.EvaluateAsync("Blazor.resumeCircuit()");

        await Expect(page.Page.Locator(".tile:not([data-old]) .state")).ToHaveTextAsync(["Pneumonia likely", "Pneumonia unlikely"]);
    }

    [Fact]
    public async Task A_page_loaded_again_shows_the_X_rays_and_samples_of_its_tab_and_another_tab_does_not()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.Locator(".samples button").First.ClickAsync();
        await page.ChooseAsync(Xrays.Chest("again.png", patch: true));
        await Expect(page.Page.Locator(".tile")).ToHaveCountAsync(2);
        await Expect(States(page).Last).ToHaveTextAsync("Pneumonia likely");

        await page.Page.ReloadAsync();

        await Expect(page.Page.Locator(".tile")).ToHaveCountAsync(2);
        await Expect(page.Page.Locator(".tile .name").Last).ToHaveTextAsync("again.png");
        Assert.Empty(page.Errors);
        await using var other = await chromium.OpenAsync("diagnose");
        await Expect(other.Page.Locator(".arrival")).ToBeVisibleAsync();
    }

    private static ILocator States(BrowserPage page) => page.Page.Locator(".tile .state");

    private static ILocator Note(BrowserPage page) => page.Page.Locator(".notes textarea");

    private static ILocator Notice(BrowserPage page) => page.Page.Locator("#components-reconnect-modal");

    private static ILocator Failure(BrowserPage page) => page.Page.Locator("#blazor-error-ui");

    /// <summary>Chromium, and an app that can be started anew at the same port over the same data.</summary>
    public sealed class Restarting : Chromium
    {
        private readonly string _data;

        public Restarting()
            : this(Directory.CreateTempSubdirectory("pneumonia-restart-").FullName)
        {
        }

        private Restarting(string data)
            : base(new App { Data = data }) => _data = data;

        /// <summary>Stops the app, and starts it anew after a while.</summary>
        /// <param name="meanwhile">What happens while nobody answers.</param>
        public async Task RestartAsync(Func<Task> meanwhile)
        {
            await App.DisposeAsync();
            await meanwhile();
            App = new App { Data = _data };
            App.Listen(Address.Port);
        }
    }
}
