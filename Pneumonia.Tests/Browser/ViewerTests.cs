using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>What is seen in the viewer, and its tools by mouse, drawn with WebGL 2 and without.</summary>
public sealed class ViewerTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (double X, double Y)[] s_leftAndRight = [(0.3, 0.5), (0.7, 0.5)];

    private static readonly (double X, double Y)[] s_aboveAndBelow = [(0.5, 0.3), (0.5, 0.7)];

    [Theory]
    [InlineData("webgl2", ViewerPage.WithWebGl)]
    [InlineData("2d", ViewerPage.WithoutWebGl)]
    public async Task An_X_ray_is_windowed_inverted_flipped_turned_and_covered_as_asked(string way, string script)
    {
        await using var page = await chromium.OpenAsync("diagnose", script: script);
        var viewer = new ViewerPage(page, 256, 256);
        await viewer.OpenAsync(Xrays.Steps("steps.png"));
        await Expect(viewer.Pane.Locator("canvas")).ToHaveAttributeAsync("data-drawn-by", way);
        await viewer.Button("Saliency").ClickAsync();
        await viewer.Width.FillAsync("64");
        await page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Level" }).FillAsync("30032");

        await viewer.Pane.ExpectGreysAsync(s_leftAndRight, 0, 255);
        await viewer.Button("Flip").ClickAsync();
        await viewer.Pane.ExpectGreysAsync(s_leftAndRight, 255, 0);
        await viewer.Button("Turn").ClickAsync();
        await viewer.Pane.ExpectGreysAsync(s_aboveAndBelow, 255, 0);
        await viewer.Button("Invert").ClickAsync();
        await viewer.Pane.ExpectGreysAsync(s_aboveAndBelow, 0, 255);
        await viewer.Width.FillAsync("128");
        await viewer.Pane.ExpectGreysAsync(s_aboveAndBelow, 64, 191);
        await viewer.Button("Reset").ClickAsync();
        await viewer.Pane.ExpectGreysAsync(s_leftAndRight, 117, 117);

        // Covered wholly, the layer's colours are seen.
        await viewer.Button("Saliency").ClickAsync();
        await page.Page.GetByLabel("Opacity").FillAsync("100");
        await Expect(viewer.Pane.Locator("img.overlay")).ToHaveCSSAsync("opacity", "1");
        await WaitForAsync(async () => (await viewer.Pane.ColoursAsync(Grid())).Any(colour => Math.Abs(colour.Red - colour.Blue) > 20));
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData(ViewerPage.WithWebGl)]
    [InlineData(ViewerPage.WithoutWebGl)]
    public async Task The_magnifier_enlarges_what_is_around_the_pointer_and_nothing_else(string script)
    {
        await using var page = await chromium.OpenAsync("diagnose", script: script);
        var viewer = new ViewerPage(page, 400, 300);
        await viewer.OpenAsync(Xrays.Slope("slope.png"));
        await viewer.Button("Saliency").ClickAsync();
        await viewer.PointAsync(200, 150);
        await viewer.ReadAsync();
        (double, double)[] places = [(0.5, 0.5), (0.58, 0.5), (0.9, 0.5)];
        var before = await viewer.Pane.ColoursAsync(places);

        await page.Page.Keyboard.PressAsync("m");

        await WaitForAsync(async () => (await viewer.Pane.ColoursAsync(places))[1] != before[1]);
        var after = await viewer.Pane.ColoursAsync(places);
        Assert.InRange(after[0].Green - before[0].Green, -1, 1);
        Assert.InRange(before[1].Green - after[1].Green, 3, 20);
        Assert.Equal(before[2], after[2]);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Where_the_graphics_card_is_lost_the_picture_stays()
    {
        await using var page = await chromium.OpenAsync("diagnose", script: ViewerPage.WithWebGl);
        var viewer = new ViewerPage(page, 256, 256);
        await viewer.OpenAsync(Xrays.Steps("steps.png"));
        await viewer.Button("Saliency").ClickAsync();
        await viewer.Button("Invert").ClickAsync();
        await viewer.Pane.ExpectGreysAsync(s_leftAndRight, 138, 138);

        await viewer.Pane.Locator("canvas").EvaluateAsync("canvas => canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()");

        await Expect(viewer.Pane.Locator("canvas")).ToHaveAttributeAsync("data-drawn-by", "2d");
        await viewer.Pane.ExpectGreysAsync(s_leftAndRight, 138, 138);
    }

    [Fact]
    public async Task The_row_of_tools_keeps_its_place_and_full_screen_fills_the_window()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var viewer = new ViewerPage(page, 400, 300);
        await viewer.OpenAsync(Xrays.Slope("slope.png"));
        await Expect(page.Page.Locator(".reliable")).ToBeVisibleAsync();
        var (toolbar, before) = (page.Page.Locator(".toolbar"), await viewer.Pane.BoundingBoxAsync());
        Assert.InRange((await toolbar.BoundingBoxAsync())!.Height, 20, 45);

        await viewer.Button("Ruler").HoverAsync();
        await Expect(page.Page.GetByText("Ruler (L)")).ToBeVisibleAsync();
        foreach (var name in new[] { "Ruler", "Lung window", "Zoom in", "Contours", "Turn" })
        {
            await viewer.Button(name).ClickAsync();
        }

        Assert.Equivalent(before, await viewer.Pane.BoundingBoxAsync());
        await viewer.Button("Full screen").ClickAsync();
        await Expect(page.Page.Locator(".viewer.whole")).ToHaveCSSAsync("position", "fixed");
        await page.ShootAsync("full-screen-1280x800");
        await viewer.Button("Full screen").ClickAsync();
        await Expect(page.Page.Locator(".viewer.whole")).ToHaveCountAsync(0);
        Assert.Empty(page.Errors);
    }

    private static (double, double)[] Grid() =>
        [.. from x in Enumerable.Range(1, 9) from y in Enumerable.Range(1, 9) select (x / 10.0, y / 10.0)];

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 50, "It does not come to that.");
            await Task.Delay(100);
        }
    }
}
