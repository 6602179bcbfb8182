using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class WorklistTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly LocatorAssertionsToHaveCountOptions s_soon = new() { Timeout = 20_000 };

    private IStudyStore Studies => chromium.App.Services.GetRequiredService<IStudyStore>();

    public async Task InitializeAsync()
    {
        await Studies.DeleteAsync([.. (await Studies.ListAsync(new StudyQuery { Limit = 200 })).Studies.Select(study => study.Id)]);
        await KeepAsync("routine.png", 0.05, patient: "P-1", model: FakeInformation.Triaging);
        await KeepAsync("urgent.png", 0.98, patient: "P-2");
        await KeepAsync("soon.png", 0.5);
        await KeepAsync("phantom-1.png", 0.62, synthetic: true);
        await KeepAsync("hand.png", 0.5, refused: true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_most_urgent_is_first_and_filters_sort_and_search_narrow_the_list()
    {
        await using var page = await chromium.OpenAsync();
        var names = page.Page.Locator("tbody a.open");
        await Expect(names).ToHaveTextAsync(["urgent.png", "soon.png", "phantom-1.png", "hand.png", "routine.png"]);
        await Expect(page.Page.Locator("tr", new() { HasText = "phantom-1.png" })).ToContainTextAsync("synthetic");
        await page.ShootAsync("worklist-dark-1280x800");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sort by: Finding" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Sort by: Finding" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(names.Last).ToHaveTextAsync("routine.png");
        await page.SelectAsync("Urgency", "Routine");
        await Expect(names).ToHaveTextAsync(["routine.png"]);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Refused 1" }).ClickAsync();
        await Expect(names).ToHaveTextAsync(["hand.png"]);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "All" }).First.ClickAsync();
        await page.SelectAsync("Answer", "Ruled out");
        await Expect(names).ToHaveTextAsync(["routine.png"]);
        await Expect(page.Page.Locator("td.finding")).ToContainTextAsync("Pneumonia ruled out");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Searchbox).FillAsync("p-2");
        await Expect(names).ToHaveTextAsync(["urgent.png"]);
        await page.Page.GetByRole(AriaRole.Searchbox).FillAsync("nobody");
        await Expect(page.Page.GetByText("No study is like that.")).ToBeVisibleAsync();
        await Expect(page.Page).ToHaveURLAsync(chromium.Address.ToString());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task By_keyboard_alone_rows_are_walked_selected_marked_as_read_and_opened()
    {
        await using var page = await chromium.OpenAsync();
        var keyboard = page.Page.Keyboard;
        await Expect(page.Page.Locator("tbody a.open")).ToHaveCountAsync(5);
        await UntilKeysAreHeardAsync(page.Page);
        await keyboard.PressAsync("j");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "urgent.png", Exact = true })).ToBeFocusedAsync();
        await keyboard.PressAsync("x");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("x");
        await Expect(page.Page.GetByText("2 selected")).ToBeVisibleAsync();
        await page.ShootAsync("worklist-selected-1280x800");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByText("2 marked as read.")).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Read 2" })).ToBeVisibleAsync();
        await page.ShootAsync("worklist-undo-1280x800");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Read 0" })).ToBeVisibleAsync();

        await keyboard.PressAsync("/");
        await Expect(page.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await keyboard.TypeAsync("jkx");
        await Expect(page.Page.GetByText("No study is like that.")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Expect(page.Page.Locator("tbody a.open")).ToHaveCountAsync(5);
        await page.Page.Locator("h1").ClickAsync();
        await keyboard.PressAsync("k");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "routine.png", Exact = true })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(new Regex("/diagnose/[0-9a-f]{32}$"), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_study_that_comes_in_appears_by_itself_and_is_deleted_after_a_question()
    {
        await using var page = await chromium.OpenAsync();
        await Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(5);

        var reached = page.Page.GetByRole(AriaRole.Link, new() { Name = "soon.png", Exact = true });
        await reached.FocusAsync();

        await KeepAsync("new.png", 0.99);
        var row = page.Page.Locator("tbody tr", new() { HasText = "new.png" });
        await Expect(row).ToHaveCountAsync(1, s_soon);
        await Expect(reached).ToBeFocusedAsync();

        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete…" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Dialog).Filter(new() { HasText = "cannot be undone" })).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Keep them" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(1);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete…" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete 1" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await Expect(page.Page.GetByText("1 deleted.")).ToBeVisibleAsync();
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_click_anywhere_on_a_row_opens_its_study_and_one_on_its_box_does_not()
    {
        await using var page = await chromium.OpenAsync();
        var row = page.Page.Locator("tbody tr", new() { HasText = "urgent.png" });
        await UntilKeysAreHeardAsync(page.Page);
        await row.GetByRole(AriaRole.Checkbox).ClickAsync();
        await Expect(page.Page.GetByText("1 selected")).ToBeVisibleAsync();

        await row.Locator(".status").ClickAsync();

        await Expect(page.Page).ToHaveURLAsync(new Regex("/diagnose/[0-9a-f]{32}$"), new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task What_is_shown_is_saved_as_a_file()
    {
        await using var page = await chromium.OpenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Refused 1" }).ClickAsync();
        await Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(1);

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Export CSV" }).ClickAsync());

        Assert.EndsWith(".csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(2, lines.Length);
        Assert.Contains("hand.png", lines[1]);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task On_a_telephone_a_study_is_a_card_and_nothing_runs_over_the_side()
    {
        await KeepAsync("a-rather-long-name-of-a-file-as-scanners-write-them-0123456789.png", 0.8, patient: "P-2026-000017");
        await using var page = await chromium.OpenAsync(width: 390, height: 844);
        await Expect(page.Page.Locator("tbody tr")).ToHaveCountAsync(6);
        Assert.Equal(0, await page.OverflowAsync());
        Assert.True(await page.Page.Locator(".mud-table-container").EvaluateAsync<bool>("table => table.scrollWidth <= table.clientWidth"));
        await Expect(page.Page.Locator("tbody tr").First.GetByText("Pneumonia likely 98%").Locator("visible=true")).ToHaveCountAsync(1);
        await page.ShootAsync("worklist-dark-390x844", fullPage: true);

        await page.ChooseThemeAsync("Light");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await page.ShootAsync("worklist-light-390x844", fullPage: true);
        await page.Page.SetViewportSizeAsync(1280, 800);
        await page.ShootAsync("worklist-light-1280x800");
        Assert.Empty(page.Errors);
    }

    // The script that hears them comes after the rows.
    private static async Task UntilKeysAreHeardAsync(IPage page)
    {
        var search = page.GetByRole(AriaRole.Searchbox);
        for (var patience = 300; !await search.EvaluateAsync<bool>("field => field === document.activeElement") && patience > 0; patience--)
        {
            await page.Keyboard.PressAsync("/");
            await Task.Delay(100);
        }

        await page.Locator("h1").ClickAsync();
    }

    private async Task KeepAsync(
        string name, double score, string? patient = null, bool synthetic = false, bool refused = false, string model = "pneumonia")
    {
        var intake = chromium.App.Services.GetRequiredService<StudyIntake>();
        var prediction = FakeEngine.Answer(score, FakeInformation.Create(model)) with { Refused = refused };
        var image = Guid.NewGuid().ToByteArray();
        var study = intake.Describe(
            name, image, new ImageFacts(64, 48, 8, RadiographFormat.Png), prediction, StudySource.Api, patient, synthetic);
        await intake.KeepAsync(study, image);
    }
}
