using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The worklist of an app that is set to blind reading, and of a tab that chose otherwise.</summary>
public sealed class BlindWorklistTests(BlindChromium chromium) : IClassFixture<BlindChromium>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        var studies = chromium.App.Services.GetRequiredService<IStudyStore>();
        await studies.DeleteAsync([.. (await studies.ListAsync(new StudyQuery { Limit = 200 })).Studies.Select(study => study.Id)]);
        await KeepAsync("routine.png", 0.05);
        await KeepAsync("urgent.png", 0.98);
        await KeepAsync("hand.png", 0.5, refused: true);
        var read = await KeepAsync("read.png", 0.62);
        await chromium.App.Services.GetRequiredService<IReadingStore>().AddAsync(read.Id, "NORMAL", blind: true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_nobody_has_read_shows_its_place_and_nothing_else_of_the_models_answer()
    {
        await using var page = await chromium.OpenAsync();
        await Expect(page.Page.Locator("tbody a.open")).ToHaveTextAsync(["urgent.png", "hand.png", "read.png", "routine.png"]);
        foreach (var name in new[] { "urgent.png", "routine.png" })
        {
            var row = page.Page.Locator("tbody tr", new() { HasText = name });
            await Expect(row.Locator(".finding")).ToHaveTextAsync("Hidden until read");
            await Expect(row.Locator(".urgency")).ToContainTextAsync("Hidden until read");
        }

        await Expect(page.Page.Locator("tbody tr.unread:is(.urgent, .routine)")).ToHaveCountAsync(0);

        await Expect(page.Page.Locator("tr", new() { HasText = "hand.png" })).ToContainTextAsync("No answer: the image was refused");
        await Expect(page.Page.Locator("tr", new() { HasText = "read.png" })).ToContainTextAsync("Pneumonia likely 62%");
        await Expect(page.Page.Locator("thead button")).ToHaveTextAsync(["Urgency", "Received"]);
        await Expect(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Answer" })).ToHaveCountAsync(0);
        await Expect(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Urgency", Exact = true })).ToHaveCountAsync(0);
        await Expect(page.Page.Locator("td.report a")).ToHaveAttributeAsync("aria-label", "Open the report on read.png");
        await page.ShootAsync("worklist-blind-1280x800");
        await page.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync("worklist-blind-390x844", fullPage: true);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "More filters" }).ClickAsync();
        await page.ShootAsync("worklist-filters-390x844");
        await page.Page.GetByLabel("Sort by", new() { Exact = true }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["Urgency", "Newest"]);
        await page.Page.Keyboard.PressAsync("Escape");

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Export CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Contains("hidden until read", Assert.Single(lines, line => line.Contains(",urgent.png,")));
        Assert.Contains("0.62", Assert.Single(lines, line => line.Contains(",read.png,")));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_reader_who_chose_to_see_answers_sees_them_in_the_worklist_too()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.GetByLabel("Ask for my reading first").UncheckAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Worklist" }).ClickAsync();

        await Expect(page.Page.Locator("tr", new() { HasText = "urgent.png" })).ToContainTextAsync("Pneumonia likely 98%");
        await Expect(page.Page.GetByText("Hidden until read")).ToHaveCountAsync(0);
        await Expect(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Answer" })).ToBeVisibleAsync();
    }

    private async Task<StoredStudy> KeepAsync(string name, double score, bool refused = false)
    {
        var intake = chromium.App.Services.GetRequiredService<StudyIntake>();
        var image = Guid.NewGuid().ToByteArray();
        var study = intake.Describe(
            name, image, new ImageFacts(64, 48, 8, RadiographFormat.Png),
            FakeEngine.Answer(score, FakeInformation.Create()) with { Refused = refused }, StudySource.Api);
        await intake.KeepAsync(study, image);
        return study;
    }
}
