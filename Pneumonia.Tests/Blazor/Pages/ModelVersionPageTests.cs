using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Pages;
using Pneumonia.Blazor.Models;
using Pneumonia.Tests.Blazor.Registry;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor.Pages;

public sealed class ModelVersionPageTests(App app)
    : RenderingContext(app, services => services.AddSingleton<IModelLibrary>(new MadeLibrary("first", "broken") { Broken = "broken" })), IClassFixture<App>
{
    [Fact]
    public void A_registered_model_says_whether_it_is_in_service_and_how_it_was_made()
    {
        var page = Show(KnownModel.VersionOf("first"));

        Assert.Contains("first", page.Find("h1").Text(), StringComparison.Ordinal);
        Assert.Contains("In service", page.Find("article").Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("resnet18", page.Find("[aria-labelledby=making]").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_cannot_be_read_says_why_and_leads_back()
    {
        var page = Show(KnownModel.VersionOf("broken"));

        Assert.Contains("it is no zip file", page.Find("section").Text(), StringComparison.Ordinal);
        Assert.Equal("models", page.Find("section a").GetAttribute("href"));
    }

    [Fact]
    public void One_that_there_is_not_is_named() => Assert.Contains("0123abcd", Show("0123abcd").Find("section").Text(), StringComparison.Ordinal);

    private IRenderedComponent<ModelVersionPage> Show(string version) => Render<ModelVersionPage>(with => with.Add(it => it.Version, version));
}
