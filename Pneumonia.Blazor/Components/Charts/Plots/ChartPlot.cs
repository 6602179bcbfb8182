namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>What a <see cref="Chart"/> draws.</summary>
/// <param name="Horizontal">The axis below.</param>
/// <param name="Vertical">The axis at the left.</param>
/// <param name="Series">Lines, areas, points or bars; those that come later lie above.</param>
public sealed record ChartPlot(ChartAxis Horizontal, ChartAxis Vertical, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Straight dashed lines across the plot, such as a threshold.</summary>
    public IReadOnlyList<ChartGuide> Guides { get; init; } = [];
}
