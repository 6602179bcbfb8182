namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>A point of a series.</summary>
/// <param name="X">Place along the horizontal axis.</param>
/// <param name="Y">Place along the vertical axis.</param>
/// <param name="Words">What is told of it when it is pointed at.</param>
public sealed record ChartPoint(double X, double Y, string Words)
{
    /// <summary>A colour of its own, for a bar; null: the series' one.</summary>
    public string? Colour { get; init; }
}
