using Bunit;
using Pneumonia.Blazor.Components.Models;

namespace Pneumonia.Tests.Blazor.Models;

public sealed class OperatingPointsTableTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Each_point_has_its_figures_and_the_one_that_decides_is_marked()
    {
        var table = Render<OperatingPointsTable>(with => with
            .Add(it => it.Calibration, FakeInformation.Create().Calibration)
            .Add(it => it.Positive, "pneumonia"));

        var rows = table.FindAll("tbody tr").Select(row => row.Children.Select(ElementText.Text).ToArray()).ToArray();
        Assert.Equal(["balanced decides", "sensitive"], rows.Select(row => row[0]));
        Assert.Equal(["41.0%", "95.5% 93.8% to 96.8%"], rows[0][1..3]);
        Assert.Equal("774 positive, 269 negative", rows[0][^1]);
    }
}
