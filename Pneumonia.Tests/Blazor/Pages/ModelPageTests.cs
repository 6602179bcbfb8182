using Bunit;
using Pneumonia.Blazor.Components.Pages;

namespace Pneumonia.Tests.Blazor.Pages;

public sealed class ModelPageTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void The_model_in_service_is_named_measured_and_described()
    {
        var page = Render<ModelPage>();

        Assert.Contains("pneumonia", page.Find("h1").Text(), StringComparison.OrdinalIgnoreCase);
        Assert.All(page.FindAll("article > section"), section => Assert.NotEmpty(page.Find($"#{section.GetAttribute("aria-labelledby")}").Text()));
        Assert.Contains("98.1", page.Find("[aria-labelledby=evaluation]").Text(), StringComparison.Ordinal);
        Assert.Contains("Not a medical device", page.Find("[aria-labelledby=card]").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_model_does_not_know_has_no_section()
    {
        var page = Render<ModelPage>();

        Assert.Empty(page.FindAll("#adults, #elsewhere, #classes"));
    }
}
