using Bunit;
using Pneumonia.Blazor.Components.Worklists;

namespace Pneumonia.Tests.Blazor.Worklists;

public sealed class WorklistEmptyTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private int _cleared;

    [Fact]
    public void Where_there_is_no_study_it_leads_to_where_one_is_brought()
    {
        var empty = Show(isNarrowed: false);

        Assert.Equal("Diagnose X-rays", empty.Find("a[href=diagnose]").Text());
        Assert.Empty(empty.FindAll("button"));
    }

    [Fact]
    public void Where_filters_leave_nothing_it_clears_them()
    {
        var empty = Show(isNarrowed: true);

        empty.Find("button:contains('Clear filters')").Click();

        Assert.Equal(1, _cleared);
        Assert.Empty(empty.FindAll("a"));
    }

    private IRenderedComponent<WorklistEmpty> Show(bool isNarrowed) =>
        Render<WorklistEmpty>(with => with.Add(it => it.IsNarrowed, isNarrowed).Add(it => it.Cleared, () => _cleared++));
}
