using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Decision curve analysis (Vickers and Elkin 2006).</summary>
public static class DecisionCurve
{
    /// <summary>Thresholds of the curve: 0.01 to 0.99.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [.. Enumerable.Range(1, 99).Select(percent => percent / 100.0)];

    /// <summary>Net benefit of verdicts: true positives less false positives weighted by the threshold's odds, per image.</summary>
    /// <param name="truePositives">Share of all images that are positive and called so.</param>
    /// <param name="falsePositives">Share of all images that are negative and called positive.</param>
    /// <param name="threshold">Probability from which a patient is treated, 0 or more, less than 1.</param>
    public static double NetBenefit(double truePositives, double falsePositives, double threshold) =>
        truePositives - (falsePositives * threshold / (1 - threshold));

    /// <summary>A point for each of <see cref="Thresholds"/>, at the prevalence of the images.</summary>
    /// <param name="images">Images with probabilities; one or more.</param>
    public static IReadOnlyList<DecisionCurvePoint> Of(IReadOnlyList<ScoredImage> images)
    {
        double[] positive = [.. images.Where(image => image.Positive).Select(image => image.Score).Order()];
        double[] negative = [.. images.Where(image => !image.Positive).Select(image => image.Score).Order()];
        var count = (double)images.Count;
        return [.. Thresholds.Select(threshold => new DecisionCurvePoint(
            threshold,
            NetBenefit(From(positive, threshold) / count, From(negative, threshold) / count, threshold),
            NetBenefit(positive.Length / count, negative.Length / count, threshold)))];
    }

    private static int From(double[] sorted, double threshold)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < threshold ? (middle + 1, high) : (low, middle);
        }

        return sorted.Length - low;
    }
}
