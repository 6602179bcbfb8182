namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>How the values along an axis are written; <c>charts.js</c> knows them by these names.</summary>
public enum ValueFormat
{
    /// <summary>A share from 0 to 1, as a percentage.</summary>
    Percent,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>With two places.</summary>
    TwoPlaces,

    /// <summary>With as many places as it takes, four at the most.</summary>
    Plain,

    /// <summary>A square root, written as the number it is the root of.</summary>
    SquareRoot,

    /// <summary>Days since 1970-01-01, as month and day.</summary>
    Day,

    /// <summary>A name, as it is.</summary>
    Name,
}
