using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>A threshold and what to expect of it.</summary>
/// <param name="Name">E.g. <c>balanced</c>.</param>
/// <param name="Threshold">Least calibrated probability of the positive classes together for a positive verdict, 0 to 1.</param>
/// <param name="Sensitivity">Sensitivity there on the held-out images.</param>
/// <param name="Specificity">Specificity there on the held-out images.</param>
/// <param name="Positives">Positive held-out images.</param>
/// <param name="Negatives">Negative held-out images.</param>
/// <param name="Ppv">Share of positive verdicts that are right, at the held-out images' prevalence; null in older zips.</param>
/// <param name="Npv">Share of negative verdicts that are right, at the held-out images' prevalence; null in older zips.</param>
public sealed record OperatingPoint(
    string Name, double Threshold, Estimate Sensitivity, Estimate Specificity, int Positives, int Negatives,
    Estimate? Ppv = null, Estimate? Npv = null)
{
    /// <summary>The same threshold with the figures of some verdicts. Intervals are Wilson's.</summary>
    /// <param name="verdicts">The truth and the verdict of every image.</param>
    public OperatingPoint Measured(IReadOnlyCollection<(bool Positive, bool Called)> verdicts)
    {
        int Count(bool positive, bool called) => verdicts.Count(verdict => verdict == (positive, called));
        var (tp, fp, tn, fn) = (Count(true, true), Count(false, true), Count(false, false), Count(true, false));
        return this with
        {
            Sensitivity = Wilson.Interval(tp, tp + fn),
            Specificity = Wilson.Interval(tn, tn + fp),
            Positives = tp + fn,
            Negatives = tn + fp,
            Ppv = Wilson.Interval(tp, tp + fp),
            Npv = Wilson.Interval(tn, tn + fn),
        };
    }
}
