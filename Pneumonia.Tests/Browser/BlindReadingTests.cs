using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class BlindReadingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task The_answer_is_hidden_until_the_reader_has_given_a_reading_which_is_stored_as_blind()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.GetByLabel("Ask for my reading first").CheckAsync();
        await page.ChooseAsync(Xrays.Chest("blind.png", patch: true));

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "What do you see?" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(["Awaits your reading"]);
        await Expect(page.Page.Locator("img.radiograph")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".verdict, img.overlay, .chart")).ToHaveCountAsync(0);
        Assert.DoesNotContain("likely", await page.Page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.ShootAsync("blind-1280x800");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Normal", Exact = true }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia likely" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".given")).ToContainTextAsync("Normal, given before the model’s answer was shown");
        await Expect(page.Page.Locator(".given")).ToContainTextAsync("The model says otherwise.");

        var study = await FindAsync("blind.png");
        Assert.Equal(StudyStatus.Read, study.Status);
        var reading = Assert.Single(await chromium.App.Services.GetRequiredService<IReadingStore>().ListAsync(study.Id));
        Assert.Equal(("NORMAL", true), (reading.Label, reading.Blind));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_reading_given_with_the_answer_in_view_is_stored_as_such()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("seen.png", patch: true));
        await page.Page.GetByRole(AriaRole.Region, new() { Name = "Your reading" })
            .GetByRole(AriaRole.Button, new() { Name = "Pneumonia" }).ClickAsync();

        await Expect(page.Page.Locator(".given")).ToContainTextAsync("with the model’s answer in view");
        var study = await FindAsync("seen.png");
        Assert.False(Assert.Single(await chromium.App.Services.GetRequiredService<IReadingStore>().ListAsync(study.Id)).Blind);
        Assert.Empty(page.Errors);
    }

    private async Task<StoredStudy> FindAsync(string name) => Assert.Single(
        (await chromium.App.Services.GetRequiredService<IStudyStore>().ListAsync(new StudyQuery { Text = name })).Studies);
}
