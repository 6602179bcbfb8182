using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>Whoever presses a button that goes away keeps their place.</summary>
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_correction_is_made_and_undone_and_a_reading_and_a_note_are_given()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var keyboard = page.Page.Keyboard;
        await page.ChooseAsync(Xrays.Chest("keys.png", patch: true));
        await Button(page, "This is wrong").FocusAsync();

        await keyboard.PressAsync("Enter");
        var normal = page.Page.Locator(".correction").GetByRole(AriaRole.Button, new() { Name = "Normal" });
        await Expect(normal).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(Button(page, "This is wrong")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(normal).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(Button(page, "Undo")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(Button(page, "This is wrong")).ToBeFocusedAsync();

        await page.Page.GetByRole(AriaRole.Region, new() { Name = "Your reading" })
            .GetByRole(AriaRole.Button, new() { Name = "Pneumonia" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".given")).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("Seen by keyboard.");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".notes li")).ToHaveCountAsync(1);
        await Expect(page.Page.GetByLabel("A remark on this X-ray")).ToBeFocusedAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_blind_reader_goes_on_at_the_answer()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.GetByLabel("Ask for my reading first").CheckAsync();
        await page.ChooseAsync(Xrays.Chest("blind-keys.png", patch: true));
        await Button(page, "Normal").FocusAsync();

        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Findings" })).ToBeFocusedAsync();
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Shortcuts_of_a_single_letter_can_be_switched_off_for_good()
    {
        await using var page = await chromium.OpenAsync("about");
        Assert.Equal("jP?", await HeardAsync(page));

        await Button(page, "Switch single-key shortcuts off").ClickAsync();
        Assert.Equal(string.Empty, await HeardAsync(page));

        await page.Page.ReloadAsync();
        Assert.Equal(string.Empty, await HeardAsync(page));
        await Button(page, "Switch single-key shortcuts on").ClickAsync();
        Assert.Equal("jP?", await HeardAsync(page));
    }

    /// <summary>What a page's listeners hear of some single keys; Tab they must always hear.</summary>
    private static async Task<string> HeardAsync(BrowserPage page)
    {
        await page.Page.EvaluateAsync(
            "() => { window.heard = ''; document.onkeydown = event => { window.heard += event.key; }; }");
        foreach (var key in (string[])["j", "P", "?", "Tab"])
        {
            await page.Page.Keyboard.PressAsync(key);
        }

        var heard = await page.Page.EvaluateAsync<string>("window.heard");
        Assert.EndsWith("Tab", heard, StringComparison.Ordinal);
        return heard[..^"Tab".Length];
    }

    private static ILocator Button(BrowserPage page, string name) =>
        page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
