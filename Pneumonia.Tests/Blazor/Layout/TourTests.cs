using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Layout;
using Pneumonia.Blazor.ReadingRoom;

namespace Pneumonia.Tests.Blazor.Layout;

public sealed class TourTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Who_has_seen_it_is_not_shown_it()
    {
        Script("tour.js").Setup<bool>("isNew").SetResult(false);

        Assert.Empty(Render<Tour>().FindAll("aside"));
    }

    [Fact]
    public void Its_steps_lead_to_a_sample_and_to_the_worklist_and_it_ends_for_good()
    {
        var (script, tour) = Begin();
        var visited = Services.GetRequiredService<BunitNavigationManager>();
        Assert.Contains("Step 1 of 3", tour.Find("aside").Text(), StringComparison.Ordinal);

        tour.Find("button:contains('Open a sample')").Click();
        Assert.EndsWith("/diagnose", visited.Uri, StringComparison.Ordinal);
        Assert.True(Assert.Single(Tab.GetRequiredService<ReadingSession>().Studies).Synthetic);
        tour.WaitForElement("button:contains('To the worklist')").Click();
        Assert.Equal(visited.BaseUri, visited.Uri);
        tour.Find("button:contains('Done')").Click();

        Assert.Empty(tour.FindAll("aside"));
        Assert.Single(script.Invocations, call => call.Identifier == "done");
    }

    [Fact]
    public void It_can_be_skipped_at_once()
    {
        var (script, tour) = Begin();

        tour.Find("button:contains('Skip the tour')").Click();

        Assert.Empty(tour.FindAll("aside"));
        Assert.Single(script.Invocations, call => call.Identifier == "done");
        Assert.Empty(Tab.GetRequiredService<ReadingSession>().Studies);
    }

    private (BunitJSModuleInterop Script, IRenderedComponent<Tour> Tour) Begin()
    {
        var script = Script("tour.js");
        script.Setup<bool>("isNew").SetResult(true);
        var tour = Render<Tour>();
        tour.WaitForElement("aside");
        return (script, tour);
    }
}
