using Bunit;
using MudBlazor;
using Pneumonia.Blazor.Components.Worklists;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Worklists;

namespace Pneumonia.Tests.Blazor.Worklists;

public sealed class WorklistActionsTests : RenderingContext, IClassFixture<App>
{
    private static readonly StoredStudy s_first = MadeStudies.Study("first.png");
    private static readonly StoredStudy s_second = MadeStudies.Study("second.png", score: 0.1);

    private readonly Worklist _list = new(new MadeStudies(s_first, s_second));
    private int _changes;

    public WorklistActionsTests(App app)
        : base(app)
    {
    }

    [Fact]
    public async Task Without_a_selection_only_the_list_can_be_saved()
    {
        var actions = await ShowAsync(selected: 0);

        Assert.Equal("submit", Assert.Single(actions.FindAll("button")).GetAttribute("type"));
    }

    [Fact]
    public async Task Selected_studies_are_marked_read_and_that_can_be_taken_back()
    {
        var notices = Render<MudSnackbarProvider>();
        var actions = await ShowAsync(selected: 2);
        Assert.Contains("2", actions.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await actions.Find("button:contains('Mark')").ClickAsync(new());

        Assert.All(_list.Page!.Studies, study => Assert.False(study.IsUnread));
        Assert.Equal(1, _changes);
        notices.WaitForElement("button:contains('Undo')");
        await notices.Find("button:contains('Undo')").ClickAsync(new());
        actions.WaitForAssertion(() => Assert.All(_list.Page!.Studies, study => Assert.True(study.IsUnread)));
    }

    [Fact]
    public async Task Studies_are_deleted_only_after_a_question()
    {
        var dialogs = Render<MudDialogProvider>();
        var actions = await ShowAsync(selected: 1);

        var asked = actions.Find("button:contains('Delete')").ClickAsync(new());
        dialogs.WaitForElement("button:contains('Keep')");
        await dialogs.Find("button:contains('Keep')").ClickAsync(new());
        await asked;

        Assert.Equal(2, _list.Count);
        Assert.Equal(0, _changes);
    }

    private async Task<IRenderedComponent<WorklistActions>> ShowAsync(int selected)
    {
        await _list.AskAsync(query => query);
        foreach (var study in _list.Page!.Studies.Take(selected))
        {
            _list.Select(study.Id, true);
        }

        return Render<WorklistActions>(with => with.Add(it => it.List, _list).Add(it => it.Blind, false).Add(it => it.Changed, () => _changes++));
    }
}
