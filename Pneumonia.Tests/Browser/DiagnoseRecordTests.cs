using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Studies;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>What a reader adds to a study on the page.</summary>
public sealed class DiagnoseRecordTests(Chromium chromium) : IClassFixture<Chromium>
{
    private IStudyStore Studies => Get<IStudyStore>();

    [Fact]
    public async Task A_wrong_answer_is_corrected_in_two_clicks_and_the_correction_undone_in_one()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("wrong.png", patch: true));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "This is wrong" }).ClickAsync();
        await page.Page.Locator(".correction").GetByRole(AriaRole.Button, new() { Name = "Normal" }).ClickAsync();

        await Expect(page.Page.Locator(".corrected")).ToContainTextAsync("Corrected to Normal");
        var study = await FindAsync("wrong.png");
        Assert.Equal(StudyStatus.Corrected, study.Status);
        Assert.Equal("NORMAL", Assert.Single(await Get<ICorrectionStore>().ListAsync(study.Id)).Label);
        await page.ShootAsync("corrected-1280x800");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "This is wrong" })).ToBeVisibleAsync();
        Assert.Equal(StudyStatus.New, (await FindAsync("wrong.png")).Status);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_note_is_stored_with_its_study()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("noted.png", patch: false));
        await page.Page.GetByLabel("A remark on this X-ray").FillAsync("Rotated; repeat in two days.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();

        await Expect(page.Page.Locator(".notes li")).ToContainTextAsync("Rotated; repeat in two days.");
        var study = await FindAsync("noted.png");
        Assert.Equal("Rotated; repeat in two days.", Assert.Single(await Get<INoteStore>().ListAsync(study.Id)).Text);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_stored_study_opens_by_its_address_with_its_answer_its_record_and_the_patients_other_X_ray()
    {
        await using (var first = await chromium.OpenAsync("diagnose"))
        {
            await first.ChooseAsync(Xrays.Chest("earlier.png", patch: false), Xrays.Chest("later.png", patch: true));
            await Expect(first.Page.Locator(".tile .state")).ToHaveTextAsync(["Pneumonia unlikely", "Pneumonia likely"]);
        }

        var (earlier, later) = (await FindAsync("earlier.png"), await FindAsync("later.png"));
        await Studies.SetPatientAsync(earlier.Id, "P-17");
        await Get<INoteStore>().AddAsync(later.Id, "Seen in the emergency room.");

        await using var page = await chromium.OpenAsync($"diagnose/{later.Id}");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia likely" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".notes li")).ToContainTextAsync("Seen in the emergency room.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Explain this answer" }).ClickAsync();
        await Expect(page.Page.Locator("img.overlay")).ToBeVisibleAsync();

        await page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Patient" }).FillAsync("P-17");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.GetByLabel("Compare with an earlier").SelectOptionAsync(earlier.Id);
        await Expect(page.Page.Locator(".pane")).ToHaveCountAsync(2);
        await Expect(page.Page.Locator("img.radiograph").First).ToHaveJSPropertyAsync("complete", true);
        await page.ShootAsync("compared-1280x800");
        Assert.Equal("P-17", (await FindAsync("later.png")).Patient);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task An_address_without_a_study_says_so()
    {
        await using var page = await chromium.OpenAsync("diagnose/0123");

        await Expect(page.Page.GetByText("There is no study of this identifier.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_operating_point_changes_the_verdict_that_is_shown_and_not_the_stored_one()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("between.png", patch: true, strength: 20));
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia unlikely" })).ToBeVisibleAsync();

        await page.Page.GetByLabel("Sensitive").CheckAsync(new() { Force = true });
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Pneumonia likely" })).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".tile .state")).ToHaveTextAsync(["Pneumonia likely"]);
        await Expect(page.Page.Locator("figure.plot figcaption")).ToContainTextAsync("threshold 12.0%");
        Assert.Equal("NORMAL", (await FindAsync("between.png")).Verdict);
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_refused_image_has_no_chart_and_can_be_labelled_and_one_that_is_undecided_says_so_in_its_report(int width, int height)
    {
        await using var page = await chromium.OpenAsync(width: width, height: height);
        await page.ChooseAsync(Xrays.Chest("refused.png", patch: true), Xrays.Chest("undecided.png", patch: true));
        await Expect(page.Page.Locator("figure.plot")).ToHaveCountAsync(0);
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Say what it shows" })).ToBeVisibleAsync();
        await page.ShootAsync($"model-refuses-{width}x{height}", fullPage: true);
        Assert.Equal(0, await page.OverflowAsync());

        await page.Page.Locator(".tile").Last.ClickAsync();
        await Expect(page.Page.Locator("figure.plot")).ToBeVisibleAsync();
        await page.ShootAsync($"undecided-{width}x{height}", fullPage: true);
        var address = await page.Page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true }).GetAttributeAsync("href");
        var report = await page.Page.APIRequest.GetAsync(new Uri(chromium.Address, address).ToString());
        Assert.Contains("Neither ruled in nor out", await report.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(page.Errors);
    }

    private T Get<T>()
        where T : notnull => chromium.App.Services.GetRequiredService<T>();

    private async Task<StoredStudy> FindAsync(string name) =>
        Assert.Single((await Studies.ListAsync(new StudyQuery { Text = name })).Studies);
}
