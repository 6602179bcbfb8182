using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class TourTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_first_visit_is_led_from_a_sample_to_its_answer_and_the_worklist_once(int width, int height)
    {
        await using var page = await chromium.OpenAsync("", width, height, isFirstVisit: true);
        await Expect(Title(page)).ToHaveTextAsync("Bring an X-ray");
        await page.ShootAsync($"tour-{width}x{height}");
        Assert.Equal(0, await page.OverflowAsync());

        await ClickAsync(page, "Open a sample");
        await Expect(Title(page)).ToHaveTextAsync("Read the answer");
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Synthetic").First).ToBeVisibleAsync();
        await page.ShootAsync($"tour-answer-{width}x{height}");
        await ClickAsync(page, "To the worklist");
        await Expect(Title(page)).ToHaveTextAsync("Keep the overview");
        await ClickAsync(page, "Done");
        await Expect(Title(page)).ToHaveCountAsync(0);

        await page.GoAsync("about");
        await Expect(page.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(Title(page)).ToHaveCountAsync(0);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task It_can_be_skipped_and_seen_again()
    {
        await using var page = await chromium.OpenAsync("metrics", isFirstVisit: true);
        await ClickAsync(page, "Skip the tour");
        await Expect(Title(page)).ToHaveCountAsync(0);
        Assert.EndsWith("/metrics", page.Page.Url, StringComparison.Ordinal);

        await ClickAsync(page, "Show the tour");
        await Expect(Title(page)).ToHaveTextAsync("Bring an X-ray");
    }

    private static ILocator Title(BrowserPage page) => page.Page.Locator("#tour-title");

    private static Task ClickAsync(BrowserPage page, string button) =>
        page.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
