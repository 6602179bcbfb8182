namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>How a series is drawn.</summary>
public enum SeriesKind
{
    /// <summary>A line through the points.</summary>
    Line,

    /// <summary>A line with the area below it filled.</summary>
    Area,

    /// <summary>One large point.</summary>
    Mark,

    /// <summary>Bars that lie, one for each name of the vertical axis.</summary>
    Bars,
}
