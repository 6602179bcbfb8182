namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>A series of a plot.</summary>
/// <param name="Title">Its name in the legend; no two of a plot share one, but a line and the point marked on it.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Points">Its points, by rising or falling X; for bars one for each name of the vertical axis.</param>
/// <param name="Colour">A colour of CSS, best a variable: it follows the theme.</param>
public sealed record ChartSeries(string Title, SeriesKind Kind, IReadOnlyList<ChartPoint> Points, string Colour)
{
    /// <summary>Whether it is there to compare with: thin and dashed.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether a line's points are drawn, too.</summary>
    public bool HasDots { get; init; }

    /// <summary>Whether it stays out of the legend and goes with the series of the same title.</summary>
    public bool IsMark => Kind == SeriesKind.Mark;
}
