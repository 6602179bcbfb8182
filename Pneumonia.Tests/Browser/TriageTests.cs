using Microsoft.Playwright;
using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class TriageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task An_unclear_image_is_headed_cannot_say_a_clear_one_is_ruled_in_and_the_model_page_tells_the_limits(int width, int height)
    {
        chromium.App.PutModel(FakeInformation.Triaging);
        await using var page = await chromium.OpenAsync("model", width, height);
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("triaging", new() { Timeout = 30_000 });
        await Expect(page.Page.GetByText("Below 10.0% it rules out").First).ToBeVisibleAsync();
        await page.Page.Locator("#triage").ScrollIntoViewIfNeededAsync();
        await page.Page.Locator("section[aria-labelledby=triage]").ScreenshotAsync(new() { Path = Screenshot($"triage-section-{width}") });
        Assert.Equal(0, await page.OverflowAsync());

        await using var diagnose = await chromium.OpenAsync("diagnose", width, height);
        await diagnose.ChooseAsync(Xrays.Chest("unclear.png", patch: false));
        await Expect(diagnose.Page.GetByRole(AriaRole.Heading, new() { Name = "Cannot say" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await diagnose.ShootAsync($"triage-unclear-{width}", fullPage: true);
        Assert.Equal(0, await diagnose.OverflowAsync());

        await using var clear = await chromium.OpenAsync("diagnose", width, height);
        await clear.ChooseAsync(Xrays.Chest("clear.png", patch: true));
        await Expect(clear.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia ruled in" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await clear.ShootAsync($"triage-clear-{width}", fullPage: true);
        Assert.Empty(page.Errors.Concat(diagnose.Errors).Concat(clear.Errors));
    }

    private static string Screenshot(string name) => Path.Combine(RepositoryPaths.Root, "TestResults", "screenshots", name + ".png");
}
