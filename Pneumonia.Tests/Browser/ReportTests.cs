using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pneumonia.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed partial class ReportTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_report_is_one_file_of_one_page_with_everything_on_it()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("reported.png", patch: true));
        for (var i = 1; i <= 6; i++)
        {
            await page.Page.GetByLabel("A remark on this X-ray").FillAsync($"Note {i}: {new string('x', 600)}");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
            await Expect(page.Page.Locator(".notes li")).ToHaveCountAsync(i);
        }

        var report = await page.Page.Context.RunAndWaitForPageAsync(() =>
            page.Page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true }).ClickAsync());
        await Expect(report.GetByRole(AriaRole.Heading, new() { Name = "Chest X-ray report" })).ToBeVisibleAsync();
        await Expect(report.GetByText("Not a medical device.")).ToBeVisibleAsync();
        await Expect(report.GetByText("Pneumonia likely")).ToBeVisibleAsync();
        await Expect(report.GetByText("Note 6")).ToBeVisibleAsync();
        await Expect(report.Locator("img.overlay")).ToBeVisibleAsync();
        Assert.DoesNotContain("reported", report.Url, StringComparison.Ordinal);
        Assert.Equal(0, await report.Locator("img:not([src^='data:']), script, link").CountAsync());

        var pdf = await report.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Single(PageObject().Matches(Encoding.Latin1.GetString(pdf)));
        await report.ScreenshotAsync(new() { Path = BrowserPage.PathOf("report"), FullPage = true });
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_report_on_a_stored_study_is_one_page_too_and_a_click_away_on_the_worklist()
    {
        using var client = new HttpClient { BaseAddress = chromium.Address };
        (await client.PredictAsync(Xrays.Chest("stored.png", patch: true).Buffer, "stored.png")).EnsureSuccessStatusCode();
        await using var page = await chromium.OpenAsync();

        var report = await page.Page.Context.RunAndWaitForPageAsync(() =>
            page.Page.GetByRole(AriaRole.Link, new() { Name = "Open the report on stored.png" }).ClickAsync());
        await Expect(report.GetByRole(AriaRole.Heading, new() { Name = "Chest X-ray report" })).ToBeVisibleAsync();
        await Expect(report.GetByText("Pneumonia likely")).ToBeVisibleAsync();
        await Expect(report.Locator("img.overlay")).ToBeVisibleAsync();
        Assert.Equal(0, await report.Locator("img:not([src^='data:']), script, link").CountAsync());

        var pdf = await report.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Single(PageObject().Matches(Encoding.Latin1.GetString(pdf)));
        await report.ScreenshotAsync(new() { Path = BrowserPage.PathOf("report-stored"), FullPage = true });
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_report_is_printed_or_saved_as_a_PDF_with_one_click()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.Context.AddInitScriptAsync("window.print = () => document.documentElement.dataset.printed = document.images.length");
        await page.ChooseAsync(Xrays.Chest("printed.png", patch: true));

        var report = await page.Page.Context.RunAndWaitForPageAsync(() =>
            page.Page.GetByRole(AriaRole.Link, new() { Name = "Print or save as PDF" }).ClickAsync());

        await Expect(report.Locator("html")).ToHaveAttributeAsync("data-printed", "3");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_report_on_a_phantom_says_that_it_is_synthetic()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Pneumonia 1" }).ClickAsync();
        var address = await page.Page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true }).GetAttributeAsync("href");
        await page.Page.GotoAsync(new Uri(chromium.Address, address).ToString());

        await Expect(page.Page.GetByText("Synthetic.")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
