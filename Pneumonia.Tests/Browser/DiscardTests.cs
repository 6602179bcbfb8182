using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core.Recipes;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class DiscardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_checkpoint_of_a_cancelled_training_is_deleted_after_a_question_and_its_record_stays()
    {
        var store = chromium.App.Services.GetRequiredService<ITrainingStore>();
        var run = await store.AddAsync(new TrainingRequest("/data/old", "old set", null, null, new ImageClassificationOptions()));
        Assert.True(await store.CancelAsync(run.Id));
        var folder = Directory.CreateDirectory(Path.Combine(chromium.App.Data, "training", run.Id, "workspace"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "checkpoint"), "weights");
        await using var page = await chromium.OpenAsync($"training/{run.Id}");
        await Expect(Button(page, "Start again")).ToBeVisibleAsync();

        await Button(page, "Discard the checkpoint of").ClickAsync();
        await Expect(page.Page.GetByText("Delete its checkpoint?")).ToBeVisibleAsync();
        await page.ShootAsync("training-discard-1280x800");
        await Button(page, "Keep it").ClickAsync();
        Assert.True(folder.Exists);
        await Button(page, "Discard the checkpoint of").ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Expect(page.Page.Locator("td.checkpoint")).ToHaveTextAsync("Discarded");
        await Expect(page.Page.Locator(".panel")).ToContainTextAsync("it cannot be resumed");
        await Expect(Button(page, "Start again")).ToHaveCountAsync(0);
        await Expect(Button(page, "Discard")).ToHaveCountAsync(0);
        Assert.False(Directory.Exists(Path.Combine(chromium.App.Data, "training", run.Id)));
        await page.ShootAsync("training-discarded-1280x800");
        await page.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync("training-discarded-390x844", fullPage: true);
        Assert.Empty(page.Errors);
    }

    private static ILocator Button(BrowserPage page, string name) => page.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
