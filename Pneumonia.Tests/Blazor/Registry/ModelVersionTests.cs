using Bunit;
using Pneumonia.Blazor.Components.Registry;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor.Registry;

public sealed class ModelVersionTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private readonly List<string> _deeds = [];

    [Fact]
    public async Task The_one_in_service_says_since_when_and_can_neither_be_promoted_nor_deleted()
    {
        var shown = await ShowAsync(new MadeLibrary("first"));

        Assert.Contains("In service since", shown.Find("article").Text(), StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("button"));
        Assert.Equal($"models/{KnownModel.VersionOf("first")}/zip", shown.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Another_one_shows_its_figures_and_is_promoted_by_its_button()
    {
        var shown = await ShowAsync(new MadeLibrary("first", "second"), at: 1);

        shown.Find("button[aria-label^='Promote second']").Click();

        Assert.Equal(["promote"], _deeds);
        Assert.Contains("synthetic", shown.Find("article").Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(4, shown.FindAll("dl.figures dt").Count);
    }

    [Fact]
    public async Task One_that_cannot_be_read_says_why_and_can_only_be_deleted()
    {
        var shown = await ShowAsync(new MadeLibrary("first", "broken") { Broken = "broken" }, at: 1);

        Assert.Contains("it is no zip file.", shown.Find(".mud-alert").Text(), StringComparison.Ordinal);
        Assert.StartsWith("Delete broken", Assert.Single(shown.FindAll("button")).GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("a[download]"));
    }

    private async Task<IRenderedComponent<ModelVersion>> ShowAsync(MadeLibrary library, int at = 0)
    {
        var entries = await library.ListAsync();
        return Render<ModelVersion>(with => with
            .Add(it => it.Entry, entries[at])
            .Add(it => it.OnPromote, () => _deeds.Add("promote"))
            .Add(it => it.OnDelete, () => _deeds.Add("delete")));
    }
}
