using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The viewer on a telephone.</summary>
public sealed class ViewerTouchTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task On_a_telephone_the_image_is_as_wide_as_the_screen_and_two_fingers_zoom_and_move_it()
    {
        await using var page = await chromium.OpenAsync("diagnose", 390, 844);
        var viewer = new ViewerPage(page, 256, 256);
        await viewer.OpenAsync(Xrays.Steps("steps.png"));
        await viewer.Pane.ScrollIntoViewIfNeededAsync();
        var box = (await viewer.Pane.BoundingBoxAsync())!;
        Assert.Equal((0f, 390f), (box.X, box.Width));
        var tools = (await page.Page.Locator(".toolbar").BoundingBoxAsync())!;
        Assert.True(tools.Y >= box.Y + box.Height, $"{tools.Y} is above {box.Y + box.Height}");
        Assert.True((await viewer.Button("Ruler").BoundingBoxAsync()) is { Width: >= 44, Height: >= 44 });
        Assert.Equal(0, await page.OverflowAsync());

        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var touch = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await touch.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await TouchAsync("touchStart", (x - 40, y), (x + 40, y));
        await TouchAsync("touchMove", (x - 60, y), (x + 60, y));
        await TouchAsync("touchMove", (x - 80, y), (x + 80, y));
        await TouchAsync("touchEnd");
        await Expect(page.Page.Locator(".stack")).ToHaveAttributeAsync("style", new Regex("scale\\((2(\\.0\\d*)?|1\\.9\\d*)\\)"));

        await TouchAsync("touchStart", (x, y));
        await TouchAsync("touchMove", (x + 30, y + 20));
        await TouchAsync("touchMove", (x + 50, y + 40));
        await TouchAsync("touchEnd");
        await Expect(page.Page.Locator(".stack")).ToHaveAttributeAsync("style", new Regex("translate\\([1-9][\\d.]*px, [1-9][\\d.]*px\\)"));

        await viewer.Button("Window by dragging").ClickAsync();
        await TouchAsync("touchStart", (x, y));
        await TouchAsync("touchMove", (x - 50, y));
        await TouchAsync("touchEnd");
        await Expect(viewer.Width).Not.ToHaveValueAsync("65535");

        // What is under a finger is told while it is there.
        await viewer.Button("Magnifier").ClickAsync();
        await TouchAsync("touchStart", (x, y));
        await Expect(viewer.Pointed).ToBeVisibleAsync();
        await TouchAsync("touchEnd");
        await Expect(viewer.Pointed).ToBeHiddenAsync();

        await viewer.Button("Ruler").ClickAsync();
        await TouchAsync("touchStart", (x - 30, y));
        await TouchAsync("touchMove", (x + 30, y));
        await TouchAsync("touchEnd");
        await Expect(viewer.Lengths).ToHaveCountAsync(1);
        await page.ShootAsync("viewer-390x844");
        Assert.Empty(page.Errors);

        Task TouchAsync(string type, params (float X, float Y)[] points) => touch.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = points.Select((point, i) => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y, ["id"] = i }).ToArray(),
        });
    }
}
