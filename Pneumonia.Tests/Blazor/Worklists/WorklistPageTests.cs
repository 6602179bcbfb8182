using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Pneumonia.Blazor.Components.Pages;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Worklists;

namespace Pneumonia.Tests.Blazor.Worklists;

public sealed class WorklistPageTests : RenderingContext, IClassFixture<App>
{
    private static readonly StoredStudy s_first = MadeStudies.Study("first.png", patient: "P-1");
    private static readonly StoredStudy s_second = MadeStudies.Study("second.png", score: 0.1);

    private readonly MadeStudies _studies;

    public WorklistPageTests(App app)
        : this(app, new MadeStudies(s_first, s_second))
    {
    }

    private WorklistPageTests(App app, MadeStudies studies)
        : base(app, services => services.AddSingleton<IStudyStore>(studies).AddScoped<Worklist>()) => _studies = studies;

    [Fact]
    public void While_the_studies_are_read_their_places_are_shown()
    {
        var gate = new TaskCompletionSource();
        _studies.Gate = gate.Task;

        var page = Render<WorklistPage>();

        Assert.Equal("Reading the studies…", page.Find("[role=status] .mud-sr-only").TextContent);
        Assert.Equal(8, page.FindAll(".mud-skeleton").Count);
        gate.SetResult();
        page.WaitForElements("tbody a.open", 2);
        Assert.Empty(page.FindAll(".mud-skeleton"));
    }

    [Fact]
    public void Without_any_study_it_says_how_to_bring_one()
    {
        _ = _studies.DeleteAsync([s_first.Id, s_second.Id]);

        var page = Render<WorklistPage>();

        Assert.Contains("No study has come in yet.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Drop X-rays", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Diagnose X-rays", page.Find("a[href=diagnose]").TextContent);
    }

    [Fact]
    public void When_filters_leave_nothing_they_are_cleared_where_the_rows_were()
    {
        var page = Render<WorklistPage>();

        page.Find("button[aria-pressed]:contains('Corrected')").Click();

        Assert.Contains("No study is like that.", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll("button"), button => button.TextContent == "Clear filters").Click();
        Assert.Equal(2, page.FindAll("tbody a.open").Count);
    }

    [Fact]
    public void A_store_that_cannot_be_reached_is_said()
    {
        _studies.IsDown = true;

        var page = Render<WorklistPage>();

        Assert.Contains("The store cannot be reached", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_marked_as_read_is_told_and_taken_back()
    {
        var notices = Render<MudSnackbarProvider>();
        var page = Render<WorklistPage>();
        page.FindAll("tbody input[type=checkbox]")[0].Change(true);

        page.Find("button:contains('Mark as read')").Click();

        notices.WaitForAssertion(() => Assert.Contains("1 marked as read.", notices.Markup, StringComparison.Ordinal));
        Assert.Contains("Read", page.Find("tbody tr td.status").TextContent, StringComparison.Ordinal);
        await notices.Find("button:contains('Undo')").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal("New", page.Find("tbody tr td.status").TextContent));
    }

    [Fact]
    public void Where_all_were_read_before_there_is_nothing_to_take_back()
    {
        _ = _studies.MarkReadAsync([s_first.Id, s_second.Id]);
        var notices = Render<MudSnackbarProvider>();
        var page = Render<WorklistPage>();
        page.Find("thead input[type=checkbox]").Change(true);

        page.Find("button:contains('Mark as read')").Click();

        notices.WaitForAssertion(() => Assert.Contains("0 marked as read.", notices.Markup, StringComparison.Ordinal));
        Assert.Empty(notices.FindAll("button:contains('Undo')"));
    }

    [Fact]
    public void What_failed_is_told()
    {
        var notices = Render<MudSnackbarProvider>();
        var page = Render<WorklistPage>();
        page.FindAll("tbody input[type=checkbox]")[0].Change(true);
        _studies.IsDown = true;

        page.Find("button:contains('Mark as read')").Click();

        notices.WaitForAssertion(() => Assert.Contains("Nothing was changed", notices.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_on_is_shown_as_chips_that_take_it_off()
    {
        var page = Render<WorklistPage>();

        page.Find("input[type=search]").Input("second");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody a.open")));
        page.Find("button[aria-label='Remove filter: second']").Click();
        page.WaitForElements("tbody a.open", 2);
        Assert.Equal("", page.Find("input[type=search]").GetAttribute("value") ?? "");
    }
}
