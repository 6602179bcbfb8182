using Microsoft.Playwright;
using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class ModelTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task The_model_page_draws_its_curves_without_running_over_the_side(int width, int height)
    {
        await using var page = await chromium.OpenAsync("model", width, height);

        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await page.ShootAsync($"model-{width}x{height}", fullPage: true);
        Assert.Equal(0, await page.OverflowAsync());

        // No name runs over into its value.
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("[...document.querySelectorAll('dt')].filter(name => name.scrollWidth > name.clientWidth).length"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_new_model_comes_into_view_without_reloading_and_a_broken_one_raises_a_warning()
    {
        await using var page = await chromium.OpenAsync("model");
        chromium.App.PutModel("successor");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("successor", Patient);

        chromium.App.PutModel(FakeModelLoader.Broken);
        await Expect(page.Page.Locator(".notice")).ToContainTextAsync("manifest", new() { Timeout = 15_000 });
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("successor");
        await page.ShootAsync("warning-1280x800");

        chromium.App.PutModel("pneumonia");
        await Expect(page.Page.Locator(".notice")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        Assert.Empty(page.Errors);
    }

    private static LocatorAssertionsToContainTextOptions Patient => new() { Timeout = 15_000 };
}
