using Bunit;
using Microsoft.AspNetCore.Components;
using Pneumonia.Blazor.Components.Worklists;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Worklists;

namespace Pneumonia.Tests.Blazor.Worklists;

public sealed class WorklistTableTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<StudyQuery> _asked = [];

    [Theory]
    [InlineData("a-rather-long-name-of-a-file-as-scanners-write-them-0123456789-0123456789-0123456789-0123456789.png")]
    [InlineData("صورة الصدر.png")]
    [InlineData("\u202Egnp.yar-x")]
    public async Task A_name_stays_within_its_place_whatever_it_is(string name)
    {
        var table = await ShowAsync(MadeStudies.Study(name, patient: "P-7"));

        Assert.Equal(name, table.Find("tbody td a.open > bdi").TextContent);
        Assert.Contains("Patient P-7", table.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains(name, table.Find("tbody label").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_shows_the_study_opens_it_and_its_report_and_says_how_urgent_it_is()
    {
        var study = MadeStudies.Study("chest.png", score: 0.93);

        var table = await ShowAsync(study);

        Assert.Equal($"studies/{study.Id}/thumbnail", table.Find("tbody img").GetAttribute("src"));
        Assert.Equal($"diagnose/{study.Id}", table.Find("a.open").GetAttribute("href"));
        Assert.Equal("Open the report on chest.png", table.Find("td.report a").GetAttribute("aria-label"));
        Assert.Contains("Urgent", table.Find("td.urgency").TextContent, StringComparison.Ordinal);
        Assert.Equal("Pneumonia likely 93%", table.Find("td.finding").TextContent.Trim());
        Assert.Contains("unread", table.Find("tbody tr").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_blind_nothing_in_a_row_tells_the_answer()
    {
        var table = await ShowAsync(blind: true, MadeStudies.Study("urgent.png", score: 0.93), MadeStudies.Study("refused.png", refused: true));

        var row = table.Find("tbody tr");
        Assert.DoesNotContain("Pneumonia", row.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("urgent ", row.OuterHtml.Replace("urgent.png", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(table.FindAll("td.report a"));
        Assert.Equal(["Sort by: Urgency", "Sort by: Received"], table.FindAll("thead button").Select(button => button.GetAttribute("aria-label")));
        Assert.Contains("No answer: the image was refused", table.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sort by: Urgency", StudySort.Urgency)]
    [InlineData("Sort by: Finding", StudySort.Score)]
    [InlineData("Sort by: Received", StudySort.Time)]
    public async Task The_heads_of_columns_ask_the_store_for_another_order(string head, StudySort order)
    {
        var table = await ShowAsync(MadeStudies.Study("chest.png"));

        await table.Find($"button[aria-label='{head}']").ClickAsync();

        Assert.Equal(order, Assert.Single(_asked).Sort);
    }

    private Task<IRenderedComponent<WorklistTable>> ShowAsync(params StoredStudy[] studies) => ShowAsync(blind: false, studies);

    private async Task<IRenderedComponent<WorklistTable>> ShowAsync(bool blind, params StoredStudy[] studies)
    {
        var list = new Worklist(new MadeStudies(studies));
        await list.ReadAsync();
        return Render<WorklistTable>(with => with
            .Add(it => it.List, list)
            .Add(it => it.Blind, blind)
            .Add(it => it.Changed, EventCallback.Empty)
            .Add(it => it.Asked, EventCallback.Factory.Create<Func<StudyQuery, StudyQuery>>(this, change => _asked.Add(change(list.Query)))));
    }
}
