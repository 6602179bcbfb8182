using Bunit;
using Pneumonia.Blazor.Components.Metrics;
using Pneumonia.Blazor.Components.Metrics.Charts;
using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor.Metrics;

public sealed class CurvePlotsTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Four_plots_hold_every_model_and_mark_the_point_on_each()
    {
        ShownModel[] models = [new(KnownModel.Create()), new(KnownModel.Create("other", best: 0.9))];

        var plots = Render<CurvePlots>(with => with.Add(it => it.Models, models).Add(it => it.Point, new ChosenPoint(0.4, 0.4))).FindComponents<OverlayChart>();

        Assert.Equal(4, plots.Count);
        Assert.All(plots, plot => Assert.Equal(models.Select(model => model.Name), plot.Instance.Lines.Where(line => !line.IsReference).Select(line => line.Title)));
        var mark = plots[0].Instance.Marks[0];
        Assert.Equal(1.0 / 3, mark.Point.X, 1e-9);
        Assert.Equal(0.75, mark.Point.Y, 1e-9);
    }
}
