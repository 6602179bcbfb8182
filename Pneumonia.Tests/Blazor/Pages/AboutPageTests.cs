using Bunit;
using Pneumonia.Blazor.Components.Pages;

namespace Pneumonia.Tests.Blazor.Pages;

public sealed class AboutPageTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Signs_of_an_emergency_come_first_and_each_is_a_point_of_a_list()
    {
        var page = Render<AboutPage>();

        Assert.Equal("emergency", page.Find("h2").Id);
        Assert.All(page.FindAll("section ul"), list => Assert.True(list.Children.Length > 1));
        Assert.All(page.FindAll("section li"), point => Assert.NotEmpty(point.Text()));
    }

    [Fact]
    public void Every_part_has_a_heading_that_names_it()
    {
        var page = Render<AboutPage>();

        Assert.All(page.FindAll("section"), section => Assert.NotEmpty(page.Find($"#{section.GetAttribute("aria-labelledby")}").Text()));
    }

    [Fact]
    public void It_says_that_it_is_no_medical_device_and_where_its_figures_and_sources_are()
    {
        var page = Render<AboutPage>();

        Assert.Equal("model", page.Find(".mud-alert a").GetAttribute("href"));
        var sources = page.FindAll("[aria-labelledby=sources] a");
        Assert.All(sources, link => Assert.StartsWith("https://", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.All(sources, link => Assert.Equal("noreferrer", link.GetAttribute("rel")));
    }
}
