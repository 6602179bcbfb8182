using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Layout;

namespace Pneumonia.Tests.Blazor.Layout;

public sealed class NavigationTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private static readonly string[] s_addresses = ["", "diagnose", "performance", "models", "training", "about"];

    [Fact]
    public void Every_page_is_named_in_the_drawer_and_in_the_bar_for_thumbs()
    {
        var bars = Show().FindAll("[aria-label=Main]");

        Assert.Equal(2, bars.Count);
        Assert.All(bars, bar => Assert.Equal(s_addresses, bar.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))));
        Assert.All(bars[1].QuerySelectorAll("a"), link => Assert.NotEmpty(link.GetAttribute("aria-label")!));
    }

    [Fact]
    public void The_page_that_is_seen_is_marked()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("models");

        Assert.Equal("models", Assert.Single(Show().FindAll("nav.thumbs a[aria-current=page]")).GetAttribute("href"));
    }

    private IRenderedComponent<Navigation> Show() => Render<Navigation>(with => with.Add(it => it.IsOpen, true));
}
