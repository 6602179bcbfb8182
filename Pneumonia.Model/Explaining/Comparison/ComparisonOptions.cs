using Pneumonia.Core.Saliency;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>How methods are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Methods compared.</summary>
    public required IReadOnlyList<IExplanationMethod> Methods { get; init; }

    /// <summary>How many of the images, the first ones, are explained again: with another seed, moved a little, and at every stage of
    /// the network's randomisation.</summary>
    public int Checks { get; init; } = 4;

    /// <summary>Seed of all that is drawn at random.</summary>
    public int Seed { get; init; }

    /// <summary>Parts that pixels are deleted and inserted in.</summary>
    public int Steps { get; init; } = 16;
}
