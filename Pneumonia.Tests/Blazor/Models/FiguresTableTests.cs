using Bunit;
using Pneumonia.Blazor.Components.Models;

namespace Pneumonia.Tests.Blazor.Models;

public sealed class FiguresTableTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Every_figure_has_its_interval_and_its_meaning()
    {
        var rows = Render<FiguresTable>(with => with.Add(it => it.Report, FakeInformation.Create().Evaluation)).FindAll("tbody tr");

        Assert.Equal(7, rows.Count);
        Assert.All(rows, row => Assert.All(row.Children, cell => Assert.NotEmpty(cell.Text())));
        Assert.Equal(["Accuracy", "0.944"], rows[0].Children.Take(2).Select(ElementText.Text));
    }
}
