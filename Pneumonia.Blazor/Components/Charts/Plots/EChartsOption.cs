using System.Text.Json.Nodes;

namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>Writes a plot as the option object of Apache ECharts (https://echarts.apache.org/en/option.html). Formats are names, which
/// <c>charts.js</c> exchanges for functions: the page's policy lets no text become code.</summary>
internal static class EChartsOption
{
    private const string Text = "var(--text)";
    private const string Muted = "var(--muted)";
    private const string Line = "var(--line)";

    /// <summary>The option object of a plot.</summary>
    /// <param name="plot">What is drawn.</param>
    /// <param name="hidden">Titles of series that are not.</param>
    public static JsonObject Of(ChartPlot plot, IReadOnlySet<string> hidden) => new()
    {
        ["animation"] = false,
        ["textStyle"] = new JsonObject { ["fontFamily"] = "inherit", ["color"] = Muted },
        ["grid"] = new JsonObject
        {
            ["left"] = 8, ["right"] = 24, ["top"] = 12, ["bottom"] = plot.Horizontal.Title is null ? 4 : 26, ["containLabel"] = true,
        },
        ["xAxis"] = Axis(plot.Horizontal, isVertical: false),
        ["yAxis"] = Axis(plot.Vertical, isVertical: true),
        ["tooltip"] = new JsonObject
        {
            ["trigger"] = plot.Vertical.Names is null ? "axis" : "item", ["confine"] = true, ["backgroundColor"] = "var(--raised)",
            ["borderColor"] = "var(--line-strong)", ["textStyle"] = new JsonObject { ["color"] = Text, ["fontSize"] = 13 },
        },
        ["dataZoom"] = plot.Vertical.Names is null ? new JsonArray(Zoom("xAxisIndex"), Zoom("yAxisIndex")) : [],
        ["series"] = new JsonArray([.. Drawn(plot, hidden)]),
    };

    // Hidden guides would leave an axis without a series to hang them on: they have one of their own.
    private static IEnumerable<JsonNode> Drawn(ChartPlot plot, IReadOnlySet<string> hidden) =>
        plot.Series.Where(series => !hidden.Contains(series.Title)).Select(Series).Append(Guides(plot.Guides));

    private static JsonObject Axis(ChartAxis axis, bool isVertical) => new()
    {
        ["type"] = axis.Names is null ? "value" : "category",
        ["data"] = axis.Names is null ? null : new JsonArray([.. axis.Names.Select(name => JsonValue.Create(name))]),
        ["inverse"] = axis.Names is not null,
        ["name"] = axis.Title, ["nameLocation"] = "middle", ["nameGap"] = isVertical ? 42 : 26,
        ["nameTextStyle"] = new JsonObject { ["color"] = Muted },
        ["min"] = axis.Low, ["max"] = axis.High, ["interval"] = axis.Step, ["scale"] = true,
        ["minInterval"] = axis.Format is ValueFormat.Day or ValueFormat.Whole ? 1 : null,
        ["axisLabel"] = new JsonObject { ["format"] = Name(axis.Format), ["color"] = Muted, ["hideOverlap"] = true },
        ["axisLine"] = new JsonObject { ["show"] = !isVertical && axis.Names is null, ["lineStyle"] = new JsonObject { ["color"] = "var(--line-strong)" } },
        ["axisTick"] = new JsonObject { ["show"] = false },
        ["splitLine"] = new JsonObject { ["show"] = axis.Names is null && isVertical, ["lineStyle"] = new JsonObject { ["color"] = Line } },
    };

    // The wheel alone scrolls the page.
    private static JsonObject Zoom(string axis) => new()
    {
        ["type"] = "inside", [axis] = 0, ["filterMode"] = "none", ["zoomOnMouseWheel"] = "ctrl", ["moveOnMouseWheel"] = false,
    };

    private static JsonNode Series(ChartSeries series)
    {
        var isBar = series.Kind == SeriesKind.Bars;
        var style = new JsonObject { ["color"] = series.Colour };

        // Told in full: the library makes no lighter shade of a variable, and would draw nothing.
        var emphasis = new JsonObject { ["disabled"] = isBar, ["itemStyle"] = new JsonObject { ["color"] = series.Colour } };
        var drawn = new JsonObject
        {
            ["name"] = series.Title, ["type"] = isBar ? "bar" : series.IsMark ? "scatter" : "line", ["silent"] = series.IsReference,
            ["symbol"] = "circle", ["symbolSize"] = series.IsMark ? 12 : series.HasDots ? 7 : 5, ["showSymbol"] = series.HasDots,
            ["data"] = new JsonArray([.. series.Points.Select(point => Point(point, series))]),
            ["itemStyle"] = style,
            ["emphasis"] = emphasis,
            ["z"] = series.IsReference ? 2 : series.IsMark ? 4 : 3,
        };
        if (isBar)
        {
            (drawn["barMaxWidth"], style["borderRadius"]) = (18, 2);
        }
        else if (series.IsMark)
        {
            (style["borderColor"], style["borderWidth"]) = (Text, 2);
        }
        else
        {
            drawn["lineStyle"] = Stroke(series);
            emphasis["lineStyle"] = Stroke(series);
        }

        if (series.Kind == SeriesKind.Area)
        {
            drawn["areaStyle"] = Filling(series);
            emphasis["areaStyle"] = Filling(series);
        }

        return drawn;
    }

    private static JsonObject Stroke(ChartSeries series) => new()
    {
        ["color"] = series.Colour, ["width"] = series.IsReference ? 1 : 2, ["type"] = series.IsReference ? "dashed" : "solid",
    };

    private static JsonObject Filling(ChartSeries series) => new() { ["color"] = series.Colour, ["opacity"] = 0.3 };

    private static JsonNode Point(ChartPoint point, ChartSeries series)
    {
        var drawn = new JsonObject { ["value"] = series.Kind == SeriesKind.Bars ? point.X : new JsonArray(point.X, point.Y), ["words"] = point.Words };
        if (point.Colour is { } colour)
        {
            drawn["itemStyle"] = new JsonObject { ["color"] = colour };
        }

        return drawn;
    }

    private static JsonObject Guides(IReadOnlyList<ChartGuide> guides) => new()
    {
        ["type"] = "line", ["data"] = new JsonArray(),
        ["markLine"] = new JsonObject
        {
            ["symbol"] = "none", ["label"] = new JsonObject { ["show"] = false },
            ["lineStyle"] = new JsonObject { ["color"] = Text, ["type"] = "dashed", ["width"] = 1.5 },
            ["emphasis"] = new JsonObject { ["disabled"] = true },
            ["data"] = new JsonArray([.. guides.Select(guide => new JsonObject { ["xAxis"] = guide.Value, ["words"] = guide.Words })]),
        },
    };

    private static string Name(ValueFormat format) => $"{char.ToLowerInvariant(format.ToString()[0])}{format.ToString()[1..]}";
}
