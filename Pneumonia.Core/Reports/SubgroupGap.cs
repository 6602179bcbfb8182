using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>A difference between a subgroup and the others of its kind.</summary>
/// <param name="Kind">What tells the group, e.g. <c>acquisition</c>.</param>
/// <param name="Name">The group.</param>
/// <param name="Against">What it is compared with: the other group of two, or the others together.</param>
/// <param name="Figure">The figure compared.</param>
/// <param name="Difference">The group's figure less that of the others, with its 95% interval before correction.</param>
/// <param name="P">Two-sided p-value before correction, 0 to 1.</param>
/// <param name="AdjustedP">The same after Holm's correction (1979) for all differences tested.</param>
public sealed record SubgroupGap(
    string Kind, string Name, string Against, GapFigure Figure, Estimate Difference, double P, double AdjustedP)
{
    /// <summary>What <see cref="Against"/> says of several groups together.</summary>
    public const string Others = "the others";

    /// <summary>The level of significance, over all differences together.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the interval of the difference, widened for the number of differences tested, leaves out 0.</summary>
    public bool Flagged => AdjustedP < Level;
}
