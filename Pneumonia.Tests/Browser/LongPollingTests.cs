using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>Where no WebSocket comes through, as behind some hospitals' proxies.</summary>
public sealed class LongPollingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Without_web_sockets_X_rays_are_diagnosed_pages_change_and_charts_are_drawn()
    {
        await using var page = await chromium.OpenAsync();
        await page.Page.AddInitScriptAsync("delete window.WebSocket");
        var polls = 0;
        page.Page.Request += (_, request) => polls += Regex.IsMatch(request.Url, "_blazor\\?id=") ? 1 : 0;

        await page.GoAsync("diagnose");
        await page.ChooseAsync([.. Enumerable.Range(1, 6).Select(i => Xrays.Chest($"polled {i}.png", patch: true))]);
        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(Enumerable.Repeat("Pneumonia likely", 6));
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await page.Page.Locator(".navigation").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Metrics" }).ClickAsync();
        await Expect(page.Page.Locator("h1").First).ToBeVisibleAsync();

        Assert.NotEqual(0, polls);
    }
}
