using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Pneumonia.Blazor.Components.Worklists;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Worklists;
using Pneumonia.Core.Judging;

namespace Pneumonia.Tests.Blazor.Worklists;

public sealed class WorklistFiltersTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<StudyQuery> _asked = [];

    [Fact]
    public async Task Each_state_has_its_count_and_asks_for_itself()
    {
        var filters = await ShowAsync();
        Assert.Equal(["All 3", "New 2", "Read 1", "Corrected 0", "Refused 0"], filters.FindAll("[role=group] button").Select(ElementText.Text));
        Assert.Equal("All 3", filters.Find("button[aria-pressed=true]").Text());

        filters.Find("[role=group] button:contains('Read')").Click();

        Assert.Equal(StudyStatus.Read, Assert.Single(_asked).Status);
    }

    [Fact]
    public async Task What_is_typed_is_looked_for()
    {
        var filters = await ShowAsync();

        filters.Find("input[type=search]").Input("P-7");

        filters.WaitForAssertion(() => Assert.Equal("P-7", Assert.Single(_asked).Text));
    }

    [Fact]
    public async Task A_day_is_taken_whole()
    {
        var filters = await ShowAsync();
        var days = filters.FindAll("input[type=date]");

        days[0].Change("2026-05-06");
        days[1].Change("2026-05-06");

        var day = new DateTimeOffset(2026, 5, 6, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal([day], _asked.Select(query => query.From).OfType<DateTimeOffset>().Distinct());
        Assert.Equal([day.AddDays(1)], _asked.Select(query => query.Until).OfType<DateTimeOffset>());
    }

    [Fact]
    public async Task What_narrows_the_list_is_named_and_taken_off_one_by_one()
    {
        var filters = await ShowAsync(query: new StudyQuery { Urgency = Urgency.Urgent, Refused = true, Text = "صدر" });

        Assert.Equal(["صدر", "Urgency: Urgent", "Answer: Refused"], filters.FindAll(".mud-chip").Select(ElementText.Text));
        filters.Find("[aria-label='Remove filter: Urgency: Urgent']").Click();
        Assert.Null(_asked.Last().Urgency);
        Assert.True(_asked.Last().Refused);
        filters.Find("button:contains('Clear filters')").Click();
        Assert.Equal((null, null, null), (_asked.Last().Urgency, _asked.Last().Refused, _asked.Last().Text));
    }

    [Fact]
    public async Task Read_blind_nothing_is_offered_that_tells_the_answer()
    {
        var filters = await ShowAsync(blind: true);

        Assert.DoesNotContain(filters.FindAll("label"), label => label.Text() is "Urgency" or "Answer");
    }

    private async Task<IRenderedComponent<WorklistFilters>> ShowAsync(bool blind = false, StudyQuery? query = null)
    {
        Render<MudPopoverProvider>();
        var list = new Worklist(new MadeStudies(
            MadeStudies.Study("a.png"), MadeStudies.Study("b.png"), MadeStudies.Study("c.png", status: StudyStatus.Read)));
        await list.AskAsync(before => query ?? before);
        return Render<WorklistFilters>(with => with
            .Add(it => it.List, list)
            .Add(it => it.Blind, blind)
            .Add(it => it.Asked, EventCallback.Factory.Create<Func<StudyQuery, StudyQuery>>(this, change => _asked.Add(change(list.Query)))));
    }
}
