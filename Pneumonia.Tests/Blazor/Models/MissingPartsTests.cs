using Bunit;
using Pneumonia.Blazor.Components.Models;

namespace Pneumonia.Tests.Blazor.Models;

public sealed class MissingPartsTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void What_could_not_be_fitted_is_named_with_its_reason() => Assert.Equal(
        ["triage", "Too few patients were held out."], Show(FakeInformation.Lacking).FindAll("dt, dd").Select(ElementText.Text));

    [Fact]
    public void Where_nothing_is_missing_nothing_is_said() => Assert.Empty(Show("pneumonia").FindAll("section"));

    private IRenderedComponent<MissingParts> Show(string model) =>
        Render<MissingParts>(with => with.Add(it => it.Manifest, FakeInformation.Create(model).Manifest));
}
