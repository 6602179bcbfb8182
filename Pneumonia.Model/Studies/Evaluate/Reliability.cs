using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>
/// The reliability curve over bins of equal width, closed on the right as in scikit-learn's <c>calibration_curve</c> (the first
/// bin holds 0, too).
/// </summary>
internal static class Reliability
{
    /// <summary>The bin of every image, in the set's order.</summary>
    public static int[] BinOf(ScoredSet set, int bins)
    {
        double[] innerEdges = [.. Enumerable.Range(1, bins - 1).Select(i => i / (double)bins)];
        return Array.ConvertAll(set.Scores, score =>
        {
            var found = Array.BinarySearch(innerEdges, score);
            return found >= 0 ? found : ~found;
        });
    }

    /// <summary>All bins, empty ones too.</summary>
    public static IReadOnlyList<ReliabilityBin> Curve(ScoredSet set, int bins)
    {
        var binOf = BinOf(set, bins);
        var count = new int[bins];
        var predicted = new double[bins];
        var positive = new int[bins];
        for (var i = 0; i < set.Count; i++)
        {
            count[binOf[i]]++;
            predicted[binOf[i]] += set.Scores[i];
            positive[binOf[i]] += set.Positive[i] ? 1 : 0;
        }

        return [.. Enumerable.Range(0, bins).Select(bin => new ReliabilityBin(
            bin / (double)bins,
            (bin + 1) / (double)bins,
            count[bin],
            count[bin] == 0 ? 0 : predicted[bin] / count[bin],
            count[bin] == 0 ? 0 : positive[bin] / (double)count[bin]))];
    }
}
