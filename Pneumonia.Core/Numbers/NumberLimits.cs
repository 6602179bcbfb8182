using System.Globalization;

namespace Pneumonia.Core.Numbers;

/// <summary>Which numbers an option takes.</summary>
public sealed record NumberLimits
{
    private NumberLimits(double least, double most) => (Least, Most) = (least, most);

    /// <summary>Any number.</summary>
    public static NumberLimits Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>More than 0 and less than 1, as a share of something has it.</summary>
    public static NumberLimits InnerShare { get; } = new(0, 1) { IsLeastExcluded = true, IsMostExcluded = true };

    /// <summary>From 0 to less than 1.</summary>
    public static NumberLimits ShareBelowOne { get; } = new(0, 1) { IsMostExcluded = true };

    /// <summary>Smallest number, or the one that all are above.</summary>
    public double Least { get; }

    /// <summary>Greatest number, or the one that all are below.</summary>
    public double Most { get; }

    /// <summary>Whether <see cref="Least"/> itself is refused.</summary>
    public bool IsLeastExcluded { get; private init; }

    /// <summary>Whether <see cref="Most"/> itself is refused.</summary>
    public bool IsMostExcluded { get; private init; }

    /// <summary>A number to show to who has given none.</summary>
    public double? Example { get; init; }

    /// <summary>The limits in words, e.g. <c>from 0 to less than 1</c>; empty where there are none.</summary>
    public UserText Words => (double.IsFinite(Least), double.IsFinite(Most), IsLeastExcluded) switch
    {
        (false, false, _) => (UserText)"",
        (_, false, true) => $"more than {Text(Least)}",
        (_, false, false) => $"{Text(Least)} or more",
        (_, true, true) => IsMostExcluded
            ? (UserText)$"more than {Text(Least)} and less than {Text(Most)}"
            : $"more than {Text(Least)} and at most {Text(Most)}",
        (_, true, false) => IsMostExcluded
            ? (UserText)$"from {Text(Least)} to less than {Text(Most)}"
            : $"from {Text(Least)} to {Text(Most)}",
    };

    /// <summary>So many or more.</summary>
    public static NumberLimits AtLeast(double least) => new(least, double.PositiveInfinity);

    /// <summary>More than a number.</summary>
    public static NumberLimits MoreThan(double least) => new(least, double.PositiveInfinity) { IsLeastExcluded = true };

    /// <summary>From one number to another, both included.</summary>
    public static NumberLimits Between(double least, double most) => new(least, most);

    /// <summary>Whether a number is within.</summary>
    public bool Hold(double value) =>
        (IsLeastExcluded ? value > Least : value >= Least) && (IsMostExcluded ? value < Most : value <= Most);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
