namespace Pneumonia.Core.Saliency.Quality;

/// <summary>What a map must reach to count as reliable.</summary>
public sealed record QualityCriteria
{
    private const string Nowhere = "No place of the image speaks for this class.";

    /// <summary>The map's place by deletion, as a share of all maps compared, may be this at most: 0.25 is the best quarter.</summary>
    public double MaxDeletionRankShare { get; init; } = 0.25;

    /// <summary>Least share of the map in the lungs or on the thorax.</summary>
    public double MinThoraxShare { get; init; } = 0.5;

    /// <summary>Least correlation under a small shift.</summary>
    public double MinShiftCorrelation { get; init; } = 0.7;

    /// <summary>The reasons that a measured map's figures hold by these criteria, as sentences that can be told in any language.</summary>
    /// <param name="quality">The map's figures and the reasons that were found when it was measured.</param>
    public IReadOnlyList<UserText> Explain(ExplanationQuality quality) =>
        quality.Reasons.Count == 0 ? [] : [.. Reasons(quality, quality.Reasons.Contains(Nowhere))];

    /// <summary>Why a map is not reliable, a sentence each.</summary>
    /// <param name="quality">The map's figures.</param>
    /// <param name="isEmpty">Whether no place of the map speaks for the class.</param>
    internal IEnumerable<UserText> Reasons(ExplanationQuality quality, bool isEmpty)
    {
        if (isEmpty)
        {
            yield return Nowhere;
            yield break;
        }

        var maps = quality.RandomMaps + 1;
        if (quality.DeletionRank > MaxDeletionRankShare * maps)
        {
            yield return $"Hiding what it marks changes the answer little: {quality.DeletionRank - 1} of {quality.RandomMaps} random maps do as well.";
        }

        if (quality.ThoraxShare < MinThoraxShare)
        {
            yield return quality.IsOfLungs
                ? (UserText)$"Only {100 * quality.ThoraxShare:0}% of it lies in the lungs."
                : $"Only {100 * quality.ThoraxShare:0}% of it lies on the thorax.";
        }

        if (quality.ShiftCorrelation < MinShiftCorrelation)
        {
            yield return $"It changes when the image is moved a little (correlation {quality.ShiftCorrelation:0.00}).";
        }
    }
}
