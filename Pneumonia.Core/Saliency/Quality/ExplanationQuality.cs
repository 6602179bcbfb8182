using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Saliency.Quality;

/// <summary>How far one map can be trusted to explain one answer.</summary>
/// <param name="Deletion">Area under the deletion curve, 0 to 1: less is better (Petsiuk et al. 2018, section 4.3).</param>
/// <param name="Insertion">Area under the insertion curve, 0 to 1: more is better.</param>
/// <param name="DeletionRank">Place among the random maps by deletion: 1 where none of them is as good.</param>
/// <param name="RandomMaps">How many random maps: the same map, mirrored or not, moved to a random place.</param>
/// <param name="ThoraxShare">Share of the map that lies in the lungs where they are known, else on the thorax, 0 to 1.</param>
/// <param name="ShiftCorrelation">Correlation with the map of the image moved a little, moved back; -1 to 1.</param>
/// <param name="Reasons">Why the map is not reliable, a sentence each; empty where it is.</param>
public sealed record ExplanationQuality(
    double Deletion,
    double Insertion,
    int DeletionRank,
    int RandomMaps,
    double ThoraxShare,
    double ShiftCorrelation,
    IReadOnlyList<string> Reasons)
{
    /// <summary>Whether <see cref="ThoraxShare"/> is that of the lungs.</summary>
    public bool IsOfLungs { get; init; }

    /// <summary>The third of a lung that holds more of the map than any other; null where none holds a quarter, and where the lungs are not known.</summary>
    public LungZone? Zone { get; init; }

    /// <summary>Whether nothing speaks against the map.</summary>
    public bool Reliable => Reasons.Count == 0;
}
