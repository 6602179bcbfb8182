using System.Text.Json.Serialization;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>What a score has meant: how many of the held-out images with a score like it were positive.</summary>
/// <param name="From">Lowest score counted as like it.</param>
/// <param name="To">Scores below this are counted as like it; at 1, that too.</param>
/// <param name="Images">Held-out images with such a score.</param>
/// <param name="Patients">Their patients.</param>
/// <param name="Positives">Positive ones among <paramref name="Images"/>.</param>
/// <param name="Per100">Positives among 100 such images with the 95% interval, 0 to 100; null where <paramref name="Patients"/> are fewer
/// than <see cref="LeastPatients"/>, too few to say. Wilson's interval with patients, not images, as trials: images of one patient are
/// alike.</param>
public sealed record ScoreMeaning(double From, double To, int Images, int Patients, int Positives, Estimate? Per100)
{
    /// <summary>Patients that a statement needs.</summary>
    public const int LeastPatients = 20;

    /// <summary>Counts the images whose scores lie in the range.</summary>
    internal static ScoreMeaning Of(double from, double to, IReadOnlyCollection<ScoredImage> images)
    {
        var (patients, positives) = (images.Select(image => image.Patient).Distinct().Count(), images.Count(image => image.Positive));
        return new ScoreMeaning(
            from, to, images.Count, patients, positives, patients < LeastPatients ? null : Per(Wilson.Interval((double)positives / images.Count, patients)));
    }

    /// <summary>Whether a score is like these.</summary>
    internal bool Holds(double score) => score >= From && (score < To || To == 1);

    /// <summary>Whether the figures agree with each other.</summary>
    [JsonIgnore]
    internal bool MakesSense =>
        From < To && Patients >= 0 && Patients <= Images && Positives >= 0 && Positives <= Images
        && Per100 is null or { Value: >= 0 and <= 100, Low: >= 0 and <= 100, High: >= 0 and <= 100 };

    private static Estimate Per(Estimate share) => new(100 * share.Value, 100 * share.Low, 100 * share.High);
}
