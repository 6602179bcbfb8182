using Microsoft.Playwright;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Training;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

[Collection(TrainingCollection.Name)]
public sealed class SeveralClassesTests(CauseModelFixture causes) : IAsyncLifetime
{
    private readonly CauseModelInChromium _chromium = new(causes.Zip);

    public Task InitializeAsync() => _chromium.InitializeAsync();

    public Task DisposeAsync() => _chromium.DisposeAsync();

    [Fact]
    public async Task A_model_of_three_classes_answers_and_shows_its_figures()
    {
        await using var page = await _chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        await Expect(page.Page.Locator(".verdict .classes")).ToContainTextAsync("iral", new() { Timeout = 30_000 });
        await Expect(page.Page.Locator("table:has(caption:has-text('Probability by class')) tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Page.Locator(".canvas svg path[fill='var(--quiet)']")).ToHaveCountAsync(2);
        await Expect(page.Page.Locator("img.overlay")).ToBeVisibleAsync();
        await page.ShootAsync("several-classes-1280x800");

        await page.GoAsync("model");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Class by class" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator("td.count")).ToHaveCountAsync(4 + 9);
        await page.ShootAsync("several-classes-model-1280x800", fullPage: true);
        await page.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync("several-classes-model-390x844", fullPage: true);
        Assert.Empty(page.Errors);
    }

    private sealed class CauseModelInChromium(string zip) : Chromium(new App { ModelZip = zip });
}
