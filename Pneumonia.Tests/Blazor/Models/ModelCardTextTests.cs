using Bunit;
using Pneumonia.Blazor.Components.Models;

namespace Pneumonia.Tests.Blazor.Models;

public sealed class ModelCardTextTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Its_headings_stand_below_the_pages_own_and_its_tables_are_tables()
    {
        var card = Show("# Card\n\n## Limits\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");

        Assert.Equal(["H3 Card", "H4 Limits"], card.FindAll("h1, h2, h3, h4").Select(head => $"{head.TagName} {head.Text()}"));
        Assert.Equal(2, card.FindAll("td").Count);
    }

    [Fact]
    public void Markup_that_a_zip_brings_is_text()
    {
        var card = Show("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> here");

        Assert.Empty(card.FindAll("script, img"));
        Assert.Contains("<script>alert(1)</script>", card.Text(), StringComparison.Ordinal);
    }

    private IRenderedComponent<ModelCardText> Show(string text) => Render<ModelCardText>(with => with.Add(it => it.Card, text));
}
