using Bunit;
using Pneumonia.Blazor.Components.Shared;

namespace Pneumonia.Tests.Blazor.Shared;

public sealed class DataTableTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void A_table_that_is_wider_than_its_place_is_reached_by_keyboard_and_has_a_name()
    {
        var table = Render<DataTable>(with => with.Add(it => it.Label, "Figures").AddChildContent("<tbody><tr><td>1</td></tr></tbody>"));

        var region = table.Find("[role=region]");
        Assert.Equal(("0", "Figures"), (region.GetAttribute("tabindex"), region.GetAttribute("aria-label")));
        Assert.Equal("1", table.Find("table td").TextContent);
    }

    [Fact]
    public void What_is_still_read_is_told_to_those_who_cannot_see_it()
    {
        var skeletons = Render<Skeletons>(with => with.Add(it => it.Label, "Reading the runs").Add(it => it.Count, 2));

        Assert.Equal("Reading the runs", skeletons.Find("[role=status] > span").TextContent);
        Assert.Equal(2, skeletons.FindAll("[aria-hidden=true] .mud-skeleton").Count);
    }
}
