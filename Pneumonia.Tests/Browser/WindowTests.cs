using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class WindowTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Measured at one moment, as zooming takes a while.
    private const string Apart = """
        () => {
          const [picture, overlay] = ["img.radiograph", "img.overlay"].map(name => document.querySelector(name).getBoundingClientRect());
          return ["x", "y", "width", "height"].map(side => picture[side] - overlay[side]);
        }
        """;

    [Fact]
    public async Task Window_and_level_act_on_the_16_bits_of_the_file_and_the_overlay_stays_in_place()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Steps("steps.png"));
        var (canvas, overlay) = (page.Page.Locator(".screen canvas"), page.Page.Locator("img.overlay"));
        await Expect(overlay).ToBeVisibleAsync();
        await Expect(canvas).ToHaveAttributeAsync("data-levels", "picture");
        var before = await overlay.BoundingBoxAsync();

        // The two halves of the picture differ by 64 of 65,535: in 8 bits they are the same.
        await page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Width" }).FillAsync("64");
        await page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Level" }).FillAsync("30032");
        await Expect(canvas).ToHaveAttributeAsync("data-levels", "file");
        await Expect(page.Page.GetByRole(AriaRole.Slider, new() { Name = "Width" })).ToHaveValueAsync("64");
        Assert.Equivalent(before, await overlay.BoundingBoxAsync());
        Assert.Equivalent(before, await canvas.BoundingBoxAsync());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Saliency" }).ClickAsync();
        await page.Page.Locator(".pane").ExpectGreysAsync([(0.3, 0.5), (0.7, 0.5)], 0, 255);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Saliency" }).ClickAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Expect(page.Page.Locator(".stack")).ToHaveAttributeAsync("style", new Regex("scale"));
        Assert.Equal<double[]>([0, 0, 0, 0], await page.Page.EvaluateAsync<double[]>(Apart));
        await page.Page.Keyboard.PressAsync("r");
        await Expect(page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Width" })).ToHaveValueAsync("65535");
        await Expect(page.Page.Locator(".stack")).ToHaveAttributeAsync("style", "");
        Assert.Equal(before!.X, (await overlay.BoundingBoxAsync())!.X, tolerance: 0.1f);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_window_is_dragged_set_by_presets_and_by_keys()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        var width = page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Width" });
        await Expect(width).ToHaveValueAsync("255");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Auto" }).ClickAsync();
        await Expect(width).Not.ToHaveValueAsync("255");
        await page.ShootAsync("window-1280x800");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Full range" }).ClickAsync();
        await Expect(width).ToHaveValueAsync("255");

        await page.Page.Locator(".plate").HoverAsync(new() { Position = new Position { X = 300, Y = 200 } });
        await page.Page.Mouse.DownAsync(new() { Button = MouseButton.Right });
        await page.Page.Mouse.MoveAsync(400, 250, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync(new() { Button = MouseButton.Right });
        await Expect(width).Not.ToHaveValueAsync("255");
        await page.Page.Keyboard.PressAsync("r");
        await Expect(width).ToHaveValueAsync("255");
        await page.Page.Keyboard.PressAsync("[");
        await Expect(width).ToHaveValueAsync("232");
        await page.Page.Keyboard.PressAsync("i");
        await Expect(page.Page.Locator("img.radiograph")).ToHaveCSSAsync("filter", "invert(1)");
        Assert.Empty(page.Errors);
    }
}
