using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Studies;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class UploadTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Two_hundred_and_fifty_files_are_taken_at_once_and_all_arrive()
    {
        const int count = 250;
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync([.. Enumerable.Range(0, count).Select(i => Xrays.Text($"{i}.png"))]);

        await Expect(page.Page.Locator("[data-count]")).ToHaveTextAsync(new Regex($"^[1-9][0-9]* of {count} sent$"));
        await page.ShootAsync("uploading-1280x800");
        await Expect(Tiles(page, "Refused")).ToHaveCountAsync(count, new() { Timeout = 120_000 });
        await Expect(page.Page.Locator(".tile .name")).ToHaveTextAsync([.. Enumerable.Range(0, count).Select(i => $"{i}.png")]);
        await Expect(page.Page.Locator("[data-board]")).ToBeHiddenAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task What_a_break_of_the_line_held_up_is_sent_after_it_and_nothing_twice()
    {
        string[] names = ["cut Ä 100 %.png", .. Enumerable.Range(1, 11).Select(i => $"cut {i}.png")];
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync([.. names.Select(name => Xrays.Chest(name, patch: true))]);
        await Expect(Tiles(page, "Pneumonia likely").First).ToBeVisibleAsync();

        await page.Page.Context.SetOfflineAsync(true);
        await Expect(page.Page.Locator("[data-news]")).ToContainTextAsync("There is no connection.");
        await page.ShootAsync("upload-offline-1280x800");
        await page.Page.Context.SetOfflineAsync(false);

        await Expect(Tiles(page, "Pneumonia likely")).ToHaveCountAsync(names.Length);
        await Expect(page.Page.Locator(".tile .name")).ToHaveTextAsync(names);
        Assert.Equal(names.Order(), await StoredAsync("cut "));
    }

    [Fact]
    public async Task A_large_file_goes_on_after_a_break_where_it_stood()
    {
        const int part = 1 << 20;
        var large = Xrays.Noise("large.png", side: 1350);
        Assert.InRange(large.Buffer.Length, 3 * part, 4 * part);
        await using var page = await chromium.OpenAsync("diagnose");
        List<string> offsets = [];
        await page.Page.RouteAsync("**/uploads/**", async route =>
        {
            offsets.Add(route.Request.Headers["upload-offset"]);
            if (offsets.Count == 3)
            {
                await page.Page.Context.SetOfflineAsync(true);
                await route.AbortAsync("connectionreset");
                return;
            }

            await route.ContinueAsync();
        });

        await page.ChooseAsync(large);
        await Expect(page.Page.Locator("[data-news]")).ToContainTextAsync("There is no connection.");
        await page.Page.Context.SetOfflineAsync(false);
        await Expect(page.Page.Locator("[data-board]")).ToBeHiddenAsync();

        // The third part breaks off; how far the file has come is asked, and the rest is sent.
        Assert.Equal([0, part, 2 * part, 2 * part, 2 * part, 3 * part], offsets.Select(int.Parse));
        var services = chromium.App.Services;
        var stored = await services.GetRequiredService<IStudyStore>().ListAsync(new StudyQuery { Text = "large" });
        var study = Assert.Single(stored.Studies);
        Assert.Equal(large.Buffer, services.GetRequiredService<ImageFiles>().Read(study.ImageSha256));
    }

    [Fact]
    public async Task Files_are_stored_while_the_circuit_is_cut_and_the_page_follows_once_it_is_back()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        IWebSocketRoute? here = null, there = null;
        await page.Page.RouteWebSocketAsync(new Regex("_blazor"), socket => (here, there) = (socket, socket.ConnectToServer()));
        await page.GoAsync("diagnose");

        await page.Page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await there!.CloseAsync();
        await here!.CloseAsync();
        await Expect(page.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await page.ChooseAsync(Xrays.Chest("alone 1.png", patch: true), Xrays.Chest("alone 2.png", patch: false));
        await Expect(page.Page.Locator("[data-board]")).ToBeHiddenAsync();
        Assert.Equal(["alone 1.png", "alone 2.png"], await StoredAsync("alone"));

        await page.Page.UnrouteAllAsync();
        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(["Pneumonia likely", "Pneumonia unlikely"], new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Files_wait_while_the_tab_has_no_circuit_and_go_to_its_next_one_once()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.EvaluateAsync("Blazor.pauseCircuit()");
        await page.ChooseAsync(Xrays.Chest("next 1.png", patch: true), Xrays.Chest("next 2.png", patch: false));
        await Expect(page.Page.Locator("[data-news]")).ToContainTextAsync("There is no connection.");
        Assert.Empty(await StoredAsync("next"));

        await page.Page.EvaluateAsync("Blazor.resumeCircuit()");

        // First: what stands on the page before it is of the circuit that is gone.
        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(["Pneumonia likely", "Pneumonia unlikely"]);
        await Expect(page.Page.Locator("[data-board]")).ToBeHiddenAsync();
        await Expect(page.Page.Locator(".tile .name")).ToHaveTextAsync(["next 1.png", "next 2.png"]);
        Assert.Equal(["next 1.png", "next 2.png"], await StoredAsync("next"));
    }

    [Fact]
    public async Task What_is_no_image_is_named_and_the_others_are_taken()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var notes = new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "notes"u8.ToArray() };
        await page.ChooseAsync(notes, Xrays.Chest("chest.png", patch: true));

        await Expect(Tiles(page, "Pneumonia likely")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator("[data-refused]")).ToHaveTextAsync("notes.txt: this is no image file.");
        await Expect(page.Page.Locator("[data-count]")).ToHaveTextAsync("1 of 2 sent");
        await page.ShootAsync("upload-refused-1280x800");
        await page.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync("upload-refused-390x844");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator("[data-board]")).ToBeHiddenAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task What_is_cancelled_is_not_sent_and_other_files_can_be_chosen()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.Context.SetOfflineAsync(true);
        await page.ChooseAsync(Xrays.Chest("unwanted.png", patch: true), Xrays.Chest("unwanted too.png", patch: true));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the upload" }).ClickAsync();
        await Expect(page.Page.Locator("[data-board]")).ToBeHiddenAsync();
        await page.Page.Context.SetOfflineAsync(false);

        await page.ChooseAsync(Xrays.Chest("wanted.png", patch: true));
        await Expect(page.Page.Locator(".tile .name")).ToHaveTextAsync(["wanted.png"]);
        Assert.Empty(await StoredAsync("unwanted"));
    }

    private static ILocator Tiles(BrowserPage page, string state) => page.Page.Locator(".tile .state").Filter(new() { HasText = state });

    private async Task<IEnumerable<string>> StoredAsync(string text)
    {
        var stored = await chromium.App.Services.GetRequiredService<IStudyStore>().ListAsync(new StudyQuery { Text = text });
        return stored.Studies.Select(study => study.FileName).Order();
    }
}
