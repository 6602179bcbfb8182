using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Monitoring;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class MetricsTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task All_figures_follow_the_threshold_and_the_prevalence()
    {
        await using var page = await OpenAsync();
        await Expect(Figure(page, "Sensitivity")).ToHaveTextAsync("75.0%");
        await Expect(Figure(page, "Specificity")).ToHaveTextAsync("66.7%");
        await Expect(Figure(page, "PPV")).ToHaveTextAsync("60.0%");
        await Expect(Counts(page)).ToHaveTextAsync(["150", "50", "100", "200"]);

        var slider = page.Page.GetByLabel("Threshold", new() { Exact = true });
        await slider.FillAsync("0.5");
        await Expect(Figure(page, "Sensitivity")).ToHaveTextAsync("62.5%");
        await Expect(Figure(page, "Specificity")).ToHaveTextAsync("83.3%");
        await Expect(Counts(page)).ToHaveTextAsync(["125", "75", "50", "250"]);
        await slider.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Page.Locator("output")).ToHaveTextAsync("49.9%");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "sensitive" }).ClickAsync();
        await Expect(Figure(page, "Sensitivity")).ToHaveTextAsync("87.5%");
        await Expect(slider).ToHaveValueAsync("0.3");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "balanced" }).ClickAsync();

        var prevalence = page.Page.GetByLabel("Prevalence", new() { Exact = true });
        await prevalence.FillAsync("10");
        await prevalence.PressAsync("Enter");
        await Expect(Figure(page, "PPV")).ToHaveTextAsync("20.0%");
        await Expect(Figure(page, "NPV")).ToHaveTextAsync("96.0%");
        await Expect(Figure(page, "Sensitivity")).ToHaveTextAsync("75.0%");
        await Expect(OfThousand(page)).ToHaveTextAsync(["75", "25", "300", "600"]);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "As held out" }).ClickAsync();
        await Expect(Figure(page, "PPV")).ToHaveTextAsync("60.0%");
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Two_models_lie_over_each_other_in_every_chart(int width, int height)
    {
        await using var page = await OpenAsync(width, height);
        await page.SelectAsync("Compare with", KnownModel.Title("worse"));

        await Expect(page.Page.Locator("dd.second strong").First).ToHaveTextAsync("66.5%", new() { Timeout = 20_000 });
        await Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "ROC curve" }).GetByRole(AriaRole.Rowheader, new() { Name = KnownModel.Title("worse"), Exact = true }).First).ToBeAttachedAsync();
        foreach (var chart in await page.Page.Locator(".canvas").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await Expect(chart.Locator("svg text").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        }

        await page.ShootAsync($"metrics-{width}x{height}", fullPage: true);
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Judged_cases_stand_beside_the_held_out_ones_and_a_drift_is_named()
    {
        var (studies, made) = (chromium.App.Services.GetRequiredService<IStudyStore>(), new MadeStudies(3));
        for (var i = 0; i < 80; i++)
        {
            var study = made.Next(KnownModel.Title("known"), TestClock.Instance.GetUtcNow().AddHours(-i), brighter: 0.12);
            await studies.AddAsync(study);
            if (i < 10)
            {
                await chromium.App.Services.GetRequiredService<IReadingStore>().AddAsync(study.Id, study.Verdict, blind: i < 4);
            }
        }

        await using var page = await OpenAsync();
        await Expect(page.Page.Locator(".mud-alert li")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Expect(page.Page.Locator(".mud-alert li")).ToContainTextAsync("Brightness rose: median 0.48");
        var practice = page.Page.GetByRole(AriaRole.Region, new() { Name = "In practice" });
        await Expect(practice.Locator("tbody tr > td:nth-child(2)")).ToHaveTextAsync(["500", "4", "6"]);
        await Expect(page.Page.GetByText("These cases are no random sample")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Contrast", Exact = true }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Table, new() { Name = "Contrast, median day by day" })).ToHaveCountAsync(1);
        await page.ShootAsync("metrics-drift-1280x800", fullPage: true);
        Assert.Empty(page.Errors);
    }

    private static ILocator Figure(BrowserPage page, string name) =>
        page.Page.Locator("dl > div").Filter(new() { Has = page.Page.Locator("dt", new() { HasTextString = name }) }).Locator("dd.first strong").First;

    private static ILocator Counts(BrowserPage page) => page.Page.Locator("table:has(caption:has-text('Confusion matrix')) td.count strong");

    private static ILocator OfThousand(BrowserPage page) => page.Page.Locator("table:has(caption:has-text('Of 1,000')) td.count strong");

    private async Task<BrowserPage> OpenAsync(int width = 1280, int height = 800)
    {
        await KnownModel.RegisterAsync(chromium.App.Services, "worse", best: 0.8);
        await KnownModel.RegisterAsync(chromium.App.Services, "known", best: 1);
        var page = await chromium.OpenAsync("performance", width, height);
        await page.SelectAsync("Model", KnownModel.Title("known"));
        await Expect(Figure(page, "Sensitivity")).ToHaveTextAsync("75.0%", new() { Timeout = 20_000 });
        return page;
    }
}
