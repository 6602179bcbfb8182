using Bunit;
using Pneumonia.Blazor.Components.Metrics;
using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Blazor.Metrics;

public sealed class SubgroupsTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Fact]
    public void Each_group_has_its_counts_and_its_figures_at_the_threshold()
    {
        var at40 = Rows(0.4);
        var at30 = Rows(0.3);

        Assert.Equal(2, at40.Length);
        Assert.StartsWith("even", at40[0][0], StringComparison.Ordinal);
        Assert.StartsWith("250", at40[0][1], StringComparison.Ordinal);
        Assert.StartsWith("75.0%", at40[0][2], StringComparison.Ordinal);
        Assert.StartsWith("87.", at30[0][2], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_told_groups_apart_it_says_so()
    {
        var model = new ShownModel(KnownModel.Create(evaluation: KnownModel.Evaluate() with { Subgroups = [] }));

        var shown = Render<Subgroups>(with => with.Add(it => it.Model, model).Add(it => it.Threshold, 0.4));

        Assert.Empty(shown.FindAll("table"));
        Assert.NotEmpty(shown.Find("p").Text());
    }

    private string[][] Rows(double threshold) =>
    [
        .. Render<Subgroups>(with => with.Add(it => it.Model, new ShownModel(KnownModel.Create())).Add(it => it.Threshold, threshold))
            .FindAll("tbody tr").Select(row => row.Children.Select(ElementText.Text).ToArray()),
    ];
}
