namespace Pneumonia.Core.Statistics;

/// <summary>
/// Intervals and tests of areas under ROC curves without an assumption about the scores (DeLong, DeLong and Clarke-Pearson 1988),
/// for images of which a patient may have several (Obuchowski 1997).
/// </summary>
public static class DeLong
{
    /// <summary>The AUC with its 95% interval, cut off at 0 and 1. Where all positive images score above all negative ones the
    /// variance is 0 and the interval a point, which says little: see the bootstrap's, too.</summary>
    /// <param name="images">Images of both classes.</param>
    /// <returns>Null where a class has fewer than two patients.</returns>
    public static Estimate? Interval(IReadOnlyList<ScoredImage> images)
    {
        var placements = Place(images);
        if (!placements.HasVariance)
        {
            return null;
        }

        var interval = NormalDistribution.Interval(placements.Auc, StandardError(placements.Covariance(placements)));
        return interval with { Low = Math.Max(0, interval.Low), High = Math.Min(1, interval.High) };
    }

    /// <summary>Tests whether two models that judged the same images have the same AUC.</summary>
    /// <param name="first">What the first model says.</param>
    /// <param name="second">What the second says of the same images, in the same order.</param>
    /// <returns>Null where a class has fewer than two patients.</returns>
    /// <exception cref="ArgumentException">The images are not the same, or all of one class.</exception>
    public static AucTest? Compare(IReadOnlyList<ScoredImage> first, IReadOnlyList<ScoredImage> second)
    {
        if (!first.Select(Identity).SequenceEqual(second.Select(Identity)))
        {
            throw new ArgumentException("The two models' images differ.", nameof(second));
        }

        var (a, b) = (Place(first), Place(second));
        if (!a.HasVariance)
        {
            return null;
        }

        // A difference in the last digit of two equal areas is no difference.
        var difference = Math.Abs(a.Auc - b.Auc) < 1e-12 ? 0 : a.Auc - b.Auc;
        var error = StandardError(a.Covariance(a) + b.Covariance(b) - (2 * a.Covariance(b)));
        var z = difference == 0 ? 0 : difference / error;
        return new AucTest(a.Auc, b.Auc, NormalDistribution.Interval(difference, error), error, z, NormalDistribution.TwoSided(z));
    }

    private static (string Patient, bool Positive) Identity(ScoredImage image) => (image.Patient, image.Positive);

    private static Placements Place(IReadOnlyList<ScoredImage> images) => images.Select(image => image.Positive).Distinct().Count() == 2
        ? new Placements(images)
        : throw new ArgumentException("Images of both classes are needed.", nameof(images));

    private static double StandardError(double variance) => Math.Sqrt(Math.Max(0, variance));
}
