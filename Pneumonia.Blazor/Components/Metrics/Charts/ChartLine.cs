using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Components.Metrics.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Title">Its name in the legend.</param>
/// <param name="Points">Its points, by rising or falling X.</param>
/// <param name="Stroke">Its colour: a CSS variable.</param>
public sealed record ChartLine(string Title, IReadOnlyList<CurvePoint> Points, string Stroke)
{
    /// <summary>Whether it is there to compare with.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether its points are drawn, too.</summary>
    public bool HasDots { get; init; }
}
