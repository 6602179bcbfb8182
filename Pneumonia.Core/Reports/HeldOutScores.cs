using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>Scores of the images behind an evaluation, by truth: with them verdicts can be counted at any threshold.</summary>
/// <param name="Positive">Scores of positive images, rising, 0 to 1.</param>
/// <param name="Negative">Scores of negative images, rising, 0 to 1.</param>
public sealed record HeldOutScores(IReadOnlyList<double> Positive, IReadOnlyList<double> Negative)
{
    /// <summary>Most scores of a class. Where there are more, as many quantiles stand for them.</summary>
    public const int MostOfAClass = 1000;

    /// <summary>The scores of some images, to six digits after the point.</summary>
    /// <param name="images">Any images.</param>
    public static HeldOutScores Of(IReadOnlyCollection<ScoredImage> images) => new(
        Thin(images.Where(image => image.Positive)), Thin(images.Where(image => !image.Positive)));

    private static double[] Thin(IEnumerable<ScoredImage> images)
    {
        double[] all = [.. images.Select(image => Math.Round(image.Score, 6)).Order()];
        return all.Length <= MostOfAClass
            ? all
            : [.. Enumerable.Range(0, MostOfAClass).Select(i => all[(int)((long)i * (all.Length - 1) / (MostOfAClass - 1))])];
    }
}
