namespace Pneumonia.Core.Statistics;

/// <summary>Area under the ROC curve within strata: only pairs of one stratum are compared, so that what tells the strata apart counts for nothing
/// (van Elteren 1960, "On the combination of independent two sample tests of Wilcoxon", with the pairs as weights).</summary>
public static class StratifiedAuc
{
    /// <summary>Probability that a positive image scores above a negative one of the same stratum, a tie counting half.</summary>
    /// <param name="images">The images.</param>
    /// <param name="strata">The stratum of each; null: it counts in no pair.</param>
    /// <param name="seed">Seed of the bootstrap over patients.</param>
    /// <returns>The area with its bootstrap interval; null where no stratum has both classes.</returns>
    public static Estimate? Of(IReadOnlyList<ScoredImage> images, IReadOnlyList<string?> strata, int seed)
    {
        var pairs = images.Zip(strata, (image, stratum) => (Image: image, Stratum: stratum)).Where(pair => pair.Stratum is not null).ToList();
        var groups = pairs.Select((pair, i) => (pair.Stratum, Index: i)).GroupBy(pair => pair.Stratum, pair => pair.Index)
            .Select(group => group.OrderBy(i => pairs[i].Image.Score).ToArray()).ToList();
        double? Area(int[] counts) => Compute(groups, i => pairs[i].Image, counts);

        return Area([.. Enumerable.Repeat(1, pairs.Count)]) is { } area
            ? PatientBootstrap.Interval(area, [.. pairs.Select(pair => pair.Image.Patient)], counts => Area(counts) ?? double.NaN, seed)
            : null;
    }

    // Each group by rising score; an image counts as often as it was drawn.
    private static double? Compute(List<int[]> groups, Func<int, ScoredImage> image, int[] counts)
    {
        var (won, all) = (0.0, 0.0);
        foreach (var group in groups)
        {
            var (negatives, positives) = (0.0, 0.0);
            for (var first = 0; first < group.Length;)
            {
                var (score, tiedNegatives, tiedPositives) = (image(group[first]).Score, 0.0, 0.0);
                for (; first < group.Length && image(group[first]).Score == score; first++)
                {
                    _ = image(group[first]).Positive ? tiedPositives += counts[group[first]] : tiedNegatives += counts[group[first]];
                }

                won += tiedPositives * (negatives + (tiedNegatives / 2));
                (negatives, positives) = (negatives + tiedNegatives, positives + tiedPositives);
            }

            all += negatives * positives;
        }

        return all == 0 ? null : won / all;
    }
}
