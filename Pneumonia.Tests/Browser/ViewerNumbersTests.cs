using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>What the viewer says in numbers.</summary>
public sealed class ViewerNumbersTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ViewerPage.WithWebGl)]
    [InlineData(ViewerPage.WithoutWebGl)]
    public async Task The_number_under_the_pointer_is_the_files_and_what_is_seen_there_however_it_is_looked_at(string script)
    {
        await using var page = await chromium.OpenAsync("diagnose", script: script);
        var viewer = new ViewerPage(page, 400, 300);
        await viewer.OpenAsync(Xrays.Slope("slope.png"));
        await viewer.Button("Saliency").ClickAsync();
        foreach (var (u, v) in new[] { (0.5, 0.5), (17.5, 250.5), (399.5, 299.5) })
        {
            await viewer.PointAsync(u, v);
            Assert.Equal(((int)u, (int)v, Xrays.SlopeAt((int)u, (int)v)), await viewer.ReadAsync());
        }

        var (pane, (left, top)) = ((await viewer.Pane.BoundingBoxAsync())!, await viewer.PlaceAsync(250, 190));
        foreach (var key in new[] { "+", "h", "t", "+", "t", "+" })
        {
            await page.Page.Keyboard.PressAsync(key);
            await viewer.PointAsync(120, 80);
            await viewer.PointAsync(250, 190);
            var (x, y, value) = await viewer.ReadAsync();
            Assert.Equal(Xrays.SlopeAt(x, y), value);
            await viewer.Pane.ExpectGreysAsync([((left - pane.X) / pane.Width, (top - pane.Y) / pane.Height)], value / 257);
        }

        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_rulers_length_is_that_in_the_file_under_zoom_turn_and_flip_and_in_millimetres_where_the_spacing_is_known()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        var viewer = new ViewerPage(page, 400, 300);
        await viewer.OpenAsync(Xrays.Slope("slope.png"));
        await page.Page.Keyboard.PressAsync("l");

        await MeasureAsync(0);
        var (length, unit) = await viewer.LengthAsync();
        Assert.Equal("px", unit);
        Assert.InRange(length, 99.0, 101.0);
        await Expect(page.Page.Locator(".ruled")).ToHaveTextAsync(await viewer.Lengths.TextContentAsync() ?? "");
        foreach (var key in new[] { "+", "t", "h" })
        {
            await page.Page.Keyboard.PressAsync(key);
            await Expect(viewer.Lengths.First).ToHaveTextAsync(FormattableString.Invariant($"{length:0.0} px"));
        }

        // Once more, enlarged by 1.4, on its side and mirrored: what is as long on the screen is shorter in the file, by the fit as well.
        await MeasureAsync(1);
        var scale = await page.Page.EvaluateAsync<double>(
            "() => { const { width, height } = document.querySelector('.pane').getBoundingClientRect(); return Math.min(width / 400, height / 300) / Math.min(width / 300, height / 400) / 1.4; }");
        Assert.InRange((await viewer.LengthAsync()).Length, (100 * scale) - 1, (100 * scale) + 1);
        var ends = await viewer.Pane.Locator(".ruler").Last.Locator("circle").AllAsync();
        foreach (var (end, (x, y)) in ends.Zip([await viewer.PlaceAsync(140, 110), await viewer.PlaceAsync(220, 170)]))
        {
            var box = (await end.BoundingBoxAsync())!;
            Assert.Equal(x, box.X + (box.Width / 2), tolerance: 1.5f);
            Assert.Equal(y, box.Y + (box.Height / 2), tolerance: 1.5f);
        }


        await viewer.Pane.EvaluateAsync("pane => { pane.dataset.spacing = '0.2 0.1'; }");
        await page.Page.Keyboard.PressAsync("r");
        await Expect(viewer.Lengths).ToHaveCountAsync(0);
        await MeasureAsync(0);
        (length, unit) = await viewer.LengthAsync();
        Assert.Equal("mm", unit);
        Assert.InRange(length, Math.Sqrt((16 * 16) + (6 * 6)) - 0.3, Math.Sqrt((16 * 16) + (6 * 6)) + 0.3);
        await page.ShootAsync("ruler-1280x800");
        Assert.Empty(page.Errors);

        // 80 across and 60 down as it was fitted.
        async Task MeasureAsync(int before)
        {
            await viewer.PointAsync(140, 110);
            await page.Page.Mouse.DownAsync();
            await viewer.PointAsync(220, 170);
            await page.Page.Mouse.UpAsync();
            await Expect(viewer.Lengths).ToHaveCountAsync(before + 1);
        }
    }
}
