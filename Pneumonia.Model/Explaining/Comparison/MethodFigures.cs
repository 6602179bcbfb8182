using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>What a method reached.</summary>
public sealed record MethodFigures
{
    /// <summary>Its short name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is a baseline, which cannot win.</summary>
    public required bool IsBaseline { get; init; }

    /// <summary>Whether it takes seconds, too long to be the default.</summary>
    public required bool IsSlow { get; init; }

    /// <summary>Images whose strongest place lies in a finding's box (pointing game), of those with boxes; null where there are
    /// none.</summary>
    public required Estimate? Pointing { get; init; }

    /// <summary>Share of the map inside the findings' boxes; null where there are none.</summary>
    public required Mean? Energy { get; init; }

    /// <summary>Area under the deletion curve: less is better.</summary>
    public required Mean Deletion { get; init; }

    /// <summary>Area under the insertion curve: more is better.</summary>
    public required Mean Insertion { get; init; }

    /// <summary>Correlation of the maps of two seeds; null where nothing was checked.</summary>
    public required Mean? SeedCorrelation { get; init; }

    /// <summary>Correlation with the map of the image moved a little, moved back.</summary>
    public required Mean? ShiftCorrelation { get; init; }

    /// <summary>Structural similarity with the map of the network randomised down to each stage, from the top.</summary>
    public required IReadOnlyList<Mean> Randomized { get; init; }

    /// <summary>Time of one map.</summary>
    public required TimeSpan Time { get; init; }
}
