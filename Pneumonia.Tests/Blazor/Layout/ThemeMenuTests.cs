using Bunit;
using MudBlazor;
using Pneumonia.Blazor.Components.Layout;

namespace Pneumonia.Tests.Blazor.Layout;

public sealed class ThemeMenuTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<ThemeChoice> _chosen = [];

    [Fact]
    public void The_three_themes_are_offered() =>
        Assert.Equal(["Reading room, dark", "Light", "High contrast"], Open().FindAll(".mud-menu-item").Select(ElementText.Text));

    [Fact]
    public void The_one_that_is_chosen_is_told_and_kept_by_the_browser()
    {
        var script = Script("theme.js");

        var menu = Open();
        menu.Find(".mud-menu-item:contains('Light')").Click();

        // The menu closes first, and takes its time.
        menu.WaitForAssertion(() => Assert.Equal("light", Assert.Single(script.Invocations, call => call.Identifier == "set").Arguments[0]));
        Assert.Equal([ThemeChoice.Light], _chosen);
    }

    private IRenderedComponent<MudPopoverProvider> Open()
    {
        var popovers = Render<MudPopoverProvider>();
        var menu = Render<ThemeMenu>(with => with.Add(it => it.Theme, ThemeChoice.Dark).Add(it => it.ThemeChanged, _chosen.Add));
        menu.Find("button").Click();
        return popovers;
    }
}
