using Bunit;
using MudBlazor;
using Pneumonia.Blazor.Components.Layout;

namespace Pneumonia.Tests.Blazor.Layout;

public sealed class LanguageMenuTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Each_language_is_offered_under_its_own_name()
    {
        var items = Open().FindAll(".mud-menu-item");

        Assert.Equal([("en", "English"), ("de", "Deutsch")], items.Select(item => (item.GetAttribute("lang")!, item.Text())));
    }

    [Fact]
    public void The_one_that_is_chosen_is_kept_by_the_browser()
    {
        var script = Script("language.js");

        var menu = Open();
        menu.Find(".mud-menu-item[lang=de]").Click();

        // The menu closes first, and takes its time.
        menu.WaitForAssertion(() => Assert.Equal("c=de|uic=de", Assert.Single(script.Invocations, call => call.Identifier == "set").Arguments[0]));
    }

    private IRenderedComponent<MudPopoverProvider> Open()
    {
        var popovers = Render<MudPopoverProvider>();
        Render<LanguageMenu>().Find("button").Click();
        return popovers;
    }
}
