namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>An axis of a plot.</summary>
/// <param name="Title">What it measures; null: the chart's title says so.</param>
/// <param name="Format">How its values are written.</param>
public sealed record ChartAxis(string? Title, ValueFormat Format)
{
    /// <summary>Least value; null: as the values have it.</summary>
    public double? Low { get; init; }

    /// <summary>Greatest value; null: as the values have it.</summary>
    public double? High { get; init; }

    /// <summary>Distance between two ticks; null: as fits.</summary>
    public double? Step { get; init; }

    /// <summary>Names along the axis in place of values; null: it is an axis of values.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
