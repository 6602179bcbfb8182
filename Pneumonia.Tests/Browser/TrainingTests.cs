using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class TrainingTests(TinyModel chromium) : IClassFixture<TinyModel>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_training_is_started_watched_cancelled_and_resumed_until_its_model_is_on_the_list(int width, int height)
    {
        await using var page = await chromium.OpenAsync("training", width, height);
        await StartAsync(page, epochs: 3);
        await Expect(page.Page.Locator(".panel .state")).ToHaveTextAsync("Running", new() { Timeout = 240_000 });
        await Expect(page.Page.Locator(".panel .canvas svg text").First).ToBeVisibleAsync(Seen);
        await page.ShootAsync($"training-running-{width}x{height}", fullPage: true);
        await Button(page, "Cancel").ClickAsync();
        await Expect(page.Page.Locator(".panel .state")).ToHaveTextAsync("Cancelled");

        await Button(page, "Resume after epoch").ClickAsync();
        await Expect(page.Page.Locator(".panel .state")).ToHaveTextAsync("Finished", new() { Timeout = 240_000 });
        await page.Page.GetByText("Recipe", new() { Exact = true }).First.ClickAsync();
        await page.ShootAsync($"training-{width}x{height}", fullPage: true);
        Assert.Equal(0, await page.OverflowAsync());

        await page.Page.Locator(".panel").GetByRole(AriaRole.Link, new() { Name = "Model" }).ClickAsync();
        await Expect(page.Page.GetByText("Not in service.")).ToBeVisibleAsync(Seen);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task What_cannot_be_trained_is_refused_in_a_sentence()
    {
        await using var page = await chromium.OpenAsync("training");
        await StartAsync(page, epochs: 1, learningRate: "0");

        await Expect(page.Page.GetByText("Highest learning rate: must be more than 0.")).ToBeVisibleAsync();
        await page.ShootAsync("training-refused-1280x800");
        await page.Page.GetByLabel("Highest learning rate").FillAsync("0,001");
        await Expect(page.Page.GetByText("Highest learning rate: must be more than 0.")).ToBeHiddenAsync();
        await Expect(page.Page.GetByText("Highest learning rate: ")).ToBeVisibleAsync();
        Assert.Empty(page.Errors);
    }

    // Libtorch starts anew for every training, on machines of any speed.
    private static LocatorAssertionsToBeVisibleOptions Seen => new() { Timeout = 240_000 };

    private static async Task StartAsync(BrowserPage page, int epochs, string learningRate = "0.002")
    {
        await page.SelectAsync("Data set", "phantoms");
        await page.SelectAsync("Architecture", "resnet18");
        await page.Page.GetByLabel("Input side, pixels").FillAsync("64");
        await page.Page.GetByLabel("Epochs", new() { Exact = true }).FillAsync($"{epochs}");
        await page.Page.GetByLabel("Highest learning rate").FillAsync(learningRate);
        await page.Page.GetByLabel("Images in a step").FillAsync("8");
        await page.Page.GetByLabel("Patients held out, percent").FillAsync("40");
        await Button(page, "Start training").ClickAsync();
    }

    private static ILocator Button(BrowserPage page, string name) => page.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
