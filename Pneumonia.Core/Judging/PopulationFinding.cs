using Pneumonia.Core.Data;

namespace Pneumonia.Core.Judging;

/// <summary>Whose X-ray a model takes an image for, as children and adults are judged apart.</summary>
/// <param name="Population">Child or adult.</param>
/// <param name="Probability">How sure the image makes it, 0.5 to 1; null: the age is known, and stands above what the image shows.</param>
public sealed record PopulationFinding(Population Population, double? Probability)
{
    // Of images that the probe has not seen, those below are told wrongly most often.
    private const double LeastProbability = 0.8;

    /// <summary>Whether it is sure enough to rule anything in or out.</summary>
    public bool IsSure => Probability is null or >= LeastProbability;
}
