using System.Text.Json.Nodes;
using Pneumonia.Blazor.Components.Charts.Plots;

namespace Pneumonia.Tests.Blazor.Charts;

public sealed class EChartsOptionTests
{
    private static readonly ChartPlot s_plot = new(
        new ChartAxis("False positive rate", ValueFormat.Percent) { Low = 0, High = 1, Step = 0.25 }, new ChartAxis("Sensitivity", ValueFormat.TwoPlaces),
        [
            new ChartSeries("Chance", SeriesKind.Line, [new(0, 0, ""), new(1, 1, "")], "grey") { IsReference = true },
            new ChartSeries("Model", SeriesKind.Line, [new(0, 0.5, "first"), new(1, 1, "last")], "blue"),
            new ChartSeries("Model", SeriesKind.Mark, [new(0.1, 0.9, "chosen")], "blue"),
        ])
    {
        Guides = [new ChartGuide(0.4, "threshold")],
    };

    [Fact]
    public void Series_come_in_their_order_with_values_and_words_and_the_guides_last()
    {
        var series = Series(new HashSet<string>());

        Assert.Equal(["line", "line", "scatter", "line"], series.Select(each => (string?)each!["type"]));
        Assert.Equal("""[{"value":[0,0.5],"words":"first"},{"value":[1,1],"words":"last"}]""", series[1]!["data"]!.ToJsonString());
        Assert.Equal("dashed", (string?)series[0]!["lineStyle"]!["type"]);
        Assert.Equal("""[{"xAxis":0.4,"words":"threshold"}]""", series[3]!["markLine"]!["data"]!.ToJsonString());
    }

    [Fact]
    public void A_hidden_series_takes_the_point_marked_on_it_along() =>
        Assert.Equal(["Chance", null], Series(new HashSet<string> { "Model" }).Select(each => (string?)each!["name"]));

    [Fact]
    public void Formats_are_names_that_the_script_knows()
    {
        var script = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor", "wwwroot", "charts.js"));
        foreach (var format in Enum.GetValues<ValueFormat>())
        {
            var plot = s_plot with { Horizontal = s_plot.Horizontal with { Format = format } };
            var name = (string?)EChartsOption.Of(plot, new HashSet<string>())["xAxis"]!["axisLabel"]!["format"];
            Assert.Contains($"\n  {name}: ", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bars_lie_along_names_from_above_each_in_its_colour_and_are_not_zoomed()
    {
        var plot = new ChartPlot(
            new ChartAxis(null, ValueFormat.Percent), new ChartAxis(null, ValueFormat.Name) { Names = ["Normal", "Pneumonia"] },
            [new ChartSeries("Probability", SeriesKind.Bars, [new(0.1, 0, "Normal 10%") { Colour = "grey" }, new(0.9, 1, "Pneumonia 90%")], "red")]);

        var option = EChartsOption.Of(plot, new HashSet<string>());

        Assert.Equal("category", (string?)option["yAxis"]!["type"]);
        Assert.True((bool?)option["yAxis"]!["inverse"]);
        Assert.Empty(option["dataZoom"]!.AsArray());
        Assert.Equal(
            """[{"value":0.1,"words":"Normal 10%","itemStyle":{"color":"grey"}},{"value":0.9,"words":"Pneumonia 90%"}]""",
            option["series"]![0]!["data"]!.ToJsonString());
    }

    private static JsonArray Series(IReadOnlySet<string> hidden) => EChartsOption.Of(s_plot, hidden)["series"]!.AsArray();
}
