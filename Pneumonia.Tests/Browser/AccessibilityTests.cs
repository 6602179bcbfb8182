using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Monitoring;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>Every page as axe sees it: WCAG 2.1 A and AA, and its own best practices.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly AxeRunOptions s_rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Each page, what shows that it is there, and a theme.</summary>
    public static TheoryData<string, string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, string>();
            foreach (var theme in new[] { "dark", "light", "contrast" })
            {
                pages.Add("", "tbody a.open", theme);
                pages.Add("diagnose", "button.zone", theme);
                pages.Add("diagnose?chest.png", ".correction .cancel", theme);
                pages.Add("diagnose?refused.png", ".verdict", theme);
                pages.Add("performance", ".canvas svg text", theme);
                pages.Add("models", "article.version", theme);
                pages.Add($"models/{KnownModel.VersionOf("known")}", ".card", theme);
                pages.Add("training", "form", theme);
                pages.Add("about", "h1", theme);
                pages.Add("model", ".canvas svg text", theme);
            }

            return pages;
        }
    }

    public async Task InitializeAsync()
    {
        await KnownModel.RegisterAsync(chromium.App.Services);
        await chromium.App.Services.GetRequiredService<IStudyStore>().AddAsync(
            new MadeStudies(1).Next(KnownModel.Title("known"), TestClock.Instance.GetUtcNow()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_keeps_anybody_out(string path, string sign, string theme)
    {
        await using var page = await chromium.OpenAsync(path, theme: theme);
        if (path.Split('?') is [_, var file])
        {
            await page.ChooseAsync(Xrays.Chest(file, patch: true));
            await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
            await page.Page.Locator(".correction button").ClickAsync();
        }

        await Expect(page.Page.Locator(sign).First).ToBeVisibleAsync();
        var barriers = (await page.Page.RunAxe(s_rules)).Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))
            .ToList();

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }
}
