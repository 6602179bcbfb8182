using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The viewer by keyboard alone.</summary>
public sealed class ViewerKeysTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Every_tool_is_used_by_keyboard_alone()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var (viewer, keyboard) = (new ViewerPage(page, 400, 300), page.Page.Keyboard);
        var stack = page.Page.Locator(".stack");
        await viewer.OpenAsync(Xrays.Slope("slope.png"));

        // Each button is reached by Tab, after the image.
        await viewer.Pane.FocusAsync();
        foreach (var button in await page.Page.Locator(".toolbar button:enabled").AllAsync())
        {
            await keyboard.PressAsync("Tab");
            await Expect(button).ToBeFocusedAsync();
        }

        await viewer.Pane.FocusAsync();
        await keyboard.PressAsync("+");
        await keyboard.PressAsync("+");
        await Expect(stack).ToHaveAttributeAsync("style", Scaled("1\\.96"));
        await keyboard.PressAsync("ArrowRight");
        await Expect(stack).ToHaveAttributeAsync("style", new Regex("translate\\(-40px, 0px\\)"));
        await keyboard.PressAsync("0");
        await Expect(stack).ToHaveAttributeAsync("style", "");

        await keyboard.PressAsync("w");
        await Expect(viewer.Button("Window by dragging")).ToHaveAttributeAsync("aria-pressed", "true");
        await keyboard.PressAsync("ArrowLeft");
        await Expect(viewer.Width).Not.ToHaveValueAsync("65535");
        await keyboard.PressAsync("2");
        await Expect(viewer.Width).ToHaveValueAsync(WindowOfLungs());

        await keyboard.PressAsync("l");
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("Shift+ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".ruled")).ToHaveTextAsync(new Regex("^\\d+\\.\\d px$"));
        var (x, y, value) = await viewer.ReadAsync();
        Assert.Equal(Xrays.SlopeAt(x, y), value);
        await keyboard.PressAsync("Delete");
        await Expect(viewer.Lengths).ToHaveCountAsync(0);

        foreach (var (key, name) in new[] { ("m", "Magnifier"), ("i", "Invert"), ("s", "Side by side"), ("p", "Move") })
        {
            await keyboard.PressAsync(key);
            await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await keyboard.PressAsync("h");
        await Expect(stack).ToHaveAttributeAsync("style", new Regex("matrix\\(-1, 0, 0, 1, 0, 0\\)"));
        await keyboard.PressAsync("o");
        await Expect(page.Page.Locator("img.overlay")).ToBeHiddenAsync();
        await Expect(page.Page.Locator(".tile[aria-current]")).ToHaveCountAsync(1);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_arrows_go_to_another_X_ray_where_there_is_nothing_to_move()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var viewer = new ViewerPage(page, 400, 300);
        await page.ChooseAsync(Xrays.Slope("one.png"), Xrays.Slope("two.png"));
        await Expect(page.Page.Locator(".tile progress")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".caption .name")).ToHaveTextAsync("one.png");

        await viewer.Pane.ClickAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.Page.Locator(".caption .name")).ToHaveTextAsync("two.png");
        await viewer.Pane.FocusAsync();
        await page.Page.Keyboard.PressAsync("+");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Page.Locator(".stack")).ToHaveAttributeAsync("style", new Regex("translate\\(40px"));
        await Expect(page.Page.Locator(".caption .name")).ToHaveTextAsync("two.png");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_question_mark_shows_what_every_key_does()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var viewer = new ViewerPage(page, 400, 300);
        await viewer.OpenAsync(Xrays.Slope("slope.png"));
        await viewer.Button("Zoom in").FocusAsync();

        await page.Page.Keyboard.PressAsync("?");

        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Keys of the viewer");
        var keys = await page.Page.Locator(".toolbar [aria-keyshortcuts]").EvaluateAllAsync<string[]>("all => all.map(each => each.getAttribute('aria-keyshortcuts').toUpperCase())");
        Assert.Equal(23, keys.Length);
        var told = await dialog.Locator("kbd").AllInnerTextsAsync();
        Assert.All(keys, key => Assert.Contains(key, told));
        await page.ShootAsync("keys-1280x800");

        // What is typed now is not meant for the image.
        await page.Page.Keyboard.PressAsync("i");
        await Expect(viewer.Button("Invert")).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Keys_are_heard_once_when_a_page_that_was_left_without_a_word_comes_back()
    {
        await using var page = await chromium.OpenAsync("about");

        var heard = await page.Page.EvaluateAsync<string[]>("""
            async () => {
              const heard = [];
              const { attachKeys } = await import(new URL("reading-room.js", document.baseURI));
              ["first", "second"].forEach(name => attachKeys({ invokeMethodAsync: () => heard.push(name) }, ["q"]));
              document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "q", bubbles: true }));
              return heard;
            }
            """);

        Assert.Equal(["second"], heard);
    }

    // The one hundredth and the sixty hundredths of the slope's pixels.
    private static string WindowOfLungs()
    {
        var levels = (from y in Enumerable.Range(0, 300) from x in Enumerable.Range(0, 400) select Xrays.SlopeAt(x, y)).Order().ToArray();
        return $"{levels[(int)(0.6 * levels.Length)] - levels[(int)(0.01 * levels.Length)]}";
    }

    private static Regex Scaled(string by) => new($"scale\\(({by})\\)");
}
