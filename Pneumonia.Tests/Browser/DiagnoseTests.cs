using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.ReadingRoom;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class DiagnoseTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_chosen_file_gets_a_verdict_a_chart_and_a_saliency_layer()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ShootAsync("arrival-1280x800");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia likely" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await Expect(page.Page.GetByAltText("Saliency", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(page.Page.Locator("img.radiograph")).ToHaveJSPropertyAsync("naturalWidth", 512);
        await page.Page.Locator(".canvas svg path[fill='var(--signal)']").HoverAsync();
        await Expect(page.Page.Locator(".canvas")).ToContainTextAsync(new Regex(@"Pneumonia \d+\.\d%"));
        await page.ShootAsync("diagnose-1280x800");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_slider_sets_the_opacity_of_the_saliency_layer_and_a_key_hides_it()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        var overlay = page.Page.Locator("img.overlay");
        await Expect(overlay).ToHaveCSSAsync("opacity", "0.5");

        await page.Page.GetByLabel("Opacity").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(overlay).ToHaveCSSAsync("opacity", 0.6.ToString(CultureInfo.InvariantCulture));

        await page.Page.Locator("body").ClickAsync(new() { Position = new Position { X = 5, Y = 5 } });
        await page.Page.Keyboard.PressAsync("o");
        await Expect(overlay).ToBeHiddenAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_image_is_zoomed_by_wheel_button_and_key_and_inverted_by_key()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        var stack = page.Page.Locator(".stack");
        await Expect(page.Page.Locator("img.radiograph")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("[data-ready]")).ToBeVisibleAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Expect(stack).ToHaveAttributeAsync("style", new Regex("scale\\(1\\.4\\)"));
        await page.Page.Locator(".plate").HoverAsync(new() { Position = new Position { X = 500, Y = 400 } });
        await page.Page.Mouse.WheelAsync(0, -300);
        await Expect(stack).ToHaveAttributeAsync("style", new Regex("scale\\(2\\.9"));
        await page.Page.Keyboard.PressAsync("i");
        await Expect(page.Page.Locator("img.radiograph")).ToHaveCSSAsync("filter", "invert(1)");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Invert" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.ShootAsync("zoomed-1280x800");
        await page.Page.Keyboard.PressAsync("0");
        await Expect(stack).ToHaveAttributeAsync("style", "");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_saliency_is_drawn_as_lines_or_beside_the_plain_image_and_read_under_the_cursor()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        await Expect(page.Page.Locator(".reliable")).ToBeVisibleAsync();

        await page.Page.Locator(".plate").HoverAsync(new() { Position = new Position { X = 300, Y = 300 } });
        await Expect(page.Page.Locator(".under-cursor")).ToHaveTextAsync(new Regex("^Saliency [01]\\.[0-9]{2}$"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Contours" }).ClickAsync();
        await Expect(page.Page.Locator("img.contours")).ToHaveJSPropertyAsync("complete", true);
        await Expect(page.Page.Locator("img.overlay")).ToBeHiddenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Side by side" }).ClickAsync();
        await Expect(page.Page.Locator("img.radiograph")).ToHaveCountAsync(2);
        await page.ShootAsync("side-by-side-1280x800");

        await page.Page.GetByLabel("Explained by").SelectOptionAsync("grad-cam");
        await Expect(page.Page.GetByText("This overlay explains little")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Explained by").SelectOptionAsync("rise");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Page.GetByText("This overlay explains little")).ToBeVisibleAsync();
        await Expect(page.Page.GetByLabel("Explained by")).ToHaveValueAsync("grad-cam");
        await page.ShootAsync("explains-little-1280x800");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollHeight - document.documentElement.clientHeight"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Several_files_are_taken_at_once_and_a_bad_one_is_refused_in_a_sentence()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("one.png", patch: true), Xrays.Text("two.png"), Xrays.Chest("three.png", patch: false));

        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(["Pneumonia likely", "Refused", "Pneumonia unlikely"]);
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Page.Locator(".refusal")).ToContainTextAsync("two.png: ");
        await page.ShootAsync("refused-1280x800");
        await page.ChooseAsync(Xrays.Chest("four.png", patch: false));
        await Expect(page.Page.Locator(".tile .state")).ToHaveCountAsync(4);
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia unlikely" })).ToBeVisibleAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_synthetic_sample_is_diagnosed_by_keyboard_alone()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.GetByText("Skip to content").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("main")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page.Locator("button.zone")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Ask for my reading first" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".caption")).ToContainTextAsync("Synthetic sample");
        await page.ShootAsync("sample-1280x800");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_file_dropped_anywhere_is_taken()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.EvaluateAsync(
            """
            encoded => {
              const transfer = new DataTransfer();
              const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
              transfer.items.add(new File([bytes], "dropped.png", { type: "image/png" }));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
            }
            """,
            Convert.ToBase64String(Xrays.Chest("dropped.png", patch: false).Buffer));

        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(["Pneumonia unlikely"]);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task X_rays_outlast_a_visit_to_another_page_and_are_gone_when_the_tab_closes()
    {
        var store = chromium.App.Services.GetRequiredService<SessionImages>();
        var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await page.Page.Locator("nav").GetByText("About").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Pneumonia, and what");
        await page.Page.Locator("nav").GetByText("Diagnose").ClickAsync();
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();

        var source = await page.Page.Locator("img.radiograph").GetAttributeAsync("src");
        var id = source!["images/".Length..];
        Assert.NotNull(store.Find(id));
        await page.Page.CloseAsync(new() { RunBeforeUnload = true });
        for (var tries = 0; store.Find(id) is not null && tries < 50; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Null(store.Find(id));
        await page.DisposeAsync();
    }

    [Fact]
    public async Task On_a_telephone_everything_is_stacked_and_nothing_runs_over_the_side()
    {
        await using var page = await chromium.OpenAsync("diagnose", width: 390, height: 844);
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync("arrival-390x844");
        await page.ChooseAsync(Xrays.Chest("a-rather-long-name-of-a-file-as-scanners-write-them.png", patch: true));
        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await page.ShootAsync("diagnose-390x844", fullPage: true);
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(page.Errors);
    }
}
