using System.Globalization;
using Microsoft.Playwright;
using Pneumonia.Tests.Monitoring;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>What can be done with a chart.</summary>
public sealed class ChartTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_chart_tells_what_is_pointed_at_hides_a_line_and_is_read_as_a_table()
    {
        await using var page = await OpenAsync();
        var chart = Chart(page);
        await chart.Locator(".canvas").HoverAsync();
        await Expect(chart.Locator(".canvas")).ToContainTextAsync("false positive rate");

        var line = chart.GetByRole(AriaRole.Button, new() { Name = KnownModel.Title("known") });
        await Expect(chart.Locator(Lines)).ToHaveCountAsync(1);
        await page.ShootAsync("chart-tooltip-1280x800");
        await line.ClickAsync();
        await Expect(chart.Locator(Lines)).ToHaveCountAsync(0);
        await line.ClickAsync();
        await Expect(chart.Locator(Lines)).ToHaveCountAsync(1);

        await ChooseAsync(page, "Show as table");
        await Expect(chart.Locator(".canvas")).ToBeHiddenAsync();
        await Expect(chart.GetByRole(AriaRole.Columnheader, new() { Name = "Sensitivity" })).ToBeInViewportAsync();
        await page.ShootAsync("chart-table-1280x800");
        await ChooseAsync(page, "Show as drawing");
        await Expect(chart.Locator(".canvas")).ToBeVisibleAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_chart_is_zoomed_by_its_menu_alone_and_shown_whole_again()
    {
        await using var page = await OpenAsync();
        var last = Chart(page).Locator(".canvas svg text").Filter(new() { HasText = "100%" });
        await Expect(last).ToHaveCountAsync(2);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "ROC curve: more" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Show as table" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Zoom in" })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await page.ShootAsync("chart-zoomed-1280x800");
        await Expect(last).ToHaveCountAsync(0);
        await ChooseAsync(page, "Show all of it");
        await Expect(last).ToHaveCountAsync(2);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_chart_is_saved_as_a_picture_a_drawing_and_a_table()
    {
        await using var page = await OpenAsync();

        var png = await SaveAsync(page, "Save as PNG", "roc-curve.png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        var svg = System.Text.Encoding.UTF8.GetString(await SaveAsync(page, "Save as SVG", "roc-curve.svg"));
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("Sensitivity", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", svg, StringComparison.Ordinal);
        var csv = System.Text.Encoding.UTF8.GetString(await SaveAsync(page, "Save as CSV", "roc-curve.csv")).Split("\r\n");
        Assert.Equal("\ufeffLine,False positive rate,Sensitivity", csv[0]);
        Assert.Equal(KnownModel.Title("known"), csv[2].Split(',')[0]);
        Assert.True(double.Parse(csv[^2].Split(',')[2].TrimEnd('%'), CultureInfo.InvariantCulture) is > 0 and <= 100);
        Assert.Empty(page.Errors);
    }

    private const string Lines = ".canvas svg path[fill='none'][stroke='var(--accent)']";

    private static ILocator Chart(BrowserPage page) => page.Page.Locator("figure.plot").Filter(new() { HasText = "ROC curve" });

    private static async Task ChooseAsync(BrowserPage page, string item)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "ROC curve: more" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    private static async Task<byte[]> SaveAsync(BrowserPage page, string item, string name)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(() => ChooseAsync(page, item));
        Assert.Equal(name, download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private async Task<BrowserPage> OpenAsync()
    {
        await KnownModel.RegisterAsync(chromium.App.Services, "known", best: 1);
        var page = await chromium.OpenAsync("performance");
        await page.SelectAsync("Model", KnownModel.Title("known"));
        await Expect(Chart(page).Locator(".canvas svg text").First).ToBeVisibleAsync();
        await Expect(Chart(page).GetByRole(AriaRole.Button, new() { Name = KnownModel.Title("known") })).ToBeVisibleAsync();
        return page;
    }
}
