using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>What the charts of curves have in common.</summary>
internal static class CurveLines
{
    // More points than pixels would only slow the page down.
    private const int PointsAtMost = 240;

    /// <summary>An axis from 0 to 1, in percent.</summary>
    public static ChartAxis Share(string? title) => new(title, ValueFormat.Percent) { Low = 0, High = 1 };

    /// <summary>The line of chance, or of perfect calibration.</summary>
    public static ChartSeries Diagonal(string title) =>
        new(title, SeriesKind.Line, [new(0, 0, ""), new(1, 1, "")], "var(--muted)") { IsReference = true };

    /// <summary>Points to draw, with what is told of each.</summary>
    public static IReadOnlyList<ChartPoint> Drawn(IReadOnlyList<CurvePoint> points, Func<CurvePoint, string> describe) =>
        [.. Sampled(points, PointsAtMost).Select(point => new ChartPoint(point.X, point.Y, describe(point)))];

    /// <summary>As many points of a curve as asked for at the most, evenly, its ends among them.</summary>
    public static IReadOnlyList<CurvePoint> Sampled(IReadOnlyList<CurvePoint> points, int count) => points.Count <= count
        ? points
        : [.. Enumerable.Range(0, count).Select(i => points[(int)((long)i * (points.Count - 1) / (count - 1))])];
}
