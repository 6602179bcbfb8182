using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Moves figures measured on one mix of patients to another prevalence: sensitivity and specificity are taken to stay, as
/// <see cref="PrevalenceShift"/> takes the look of positive and negative images to stay.</summary>
public static class PrevalenceEvaluation
{
    private const double Z = NormalDistribution.Quantile975;

    /// <summary>Computes the figures.</summary>
    /// <param name="confusion">Verdicts at the operating threshold on images of both classes, taken as independent.</param>
    /// <param name="threshold">The operating threshold, 0 to 1, a probability where <paramref name="calibratedFor"/> are positive.</param>
    /// <param name="calibratedFor">Share of positives that the probabilities are calibrated for; more than 0, less than 1.</param>
    /// <param name="prevalence">Share of positives to compute for; more than 0, less than 1.</param>
    /// <exception cref="UserException">The prevalence is out of range.</exception>
    public static PrevalenceFigures At(ConfusionMatrix confusion, double threshold, double calibratedFor, double prevalence)
    {
        if (prevalence is not (> 0 and < 1))
        {
            throw new UserException($"The prevalence must be between 0 and 1, and is {prevalence}.");
        }

        // A threshold of 1 would make one false positive worth infinitely many cases.
        var moved = PrevalenceShift.Move(Math.Min(threshold, 1 - 1e-9), calibratedFor, prevalence);
        var sensitivity = new Rate(confusion.Tp, confusion.Tp + confusion.Fn);
        var specificity = new Rate(confusion.Tn, confusion.Tn + confusion.Fp);
        return new PrevalenceFigures(
            prevalence,
            moved,
            Predictive(sensitivity, specificity, prevalence),
            Predictive(specificity, sensitivity, 1 - prevalence),
            Accuracy(sensitivity, specificity, prevalence),
            DecisionCurve.NetBenefit(prevalence * sensitivity.Value, (1 - prevalence) * (1 - specificity.Value), moved),
            DecisionCurve.NetBenefit(prevalence, 1 - prevalence, moved));
    }

    /// <summary>Share of the verdicts of one kind that are right, with the adjusted logit interval of Mercaldo, Lau and Zhou (2007),
    /// widened to hold the share itself.</summary>
    /// <param name="own">Rate of right verdicts among those whom the verdict should find.</param>
    /// <param name="other">Rate of right verdicts among the others.</param>
    /// <param name="share">Share of those whom it should find.</param>
    private static Estimate Predictive(Rate own, Rate other, double share)
    {
        var (found, wrong) = (share * own.Value, (1 - share) * (1 - other.Value));
        var value = found + wrong == 0 ? 0 : found / (found + wrong);
        var (a, b) = (own.Adjusted, other.Adjusted);
        var logit = Math.Log(share * a / ((1 - share) * (1 - b)));
        var error = Math.Sqrt(((1 - a) / a / own.AdjustedCount) + (b / (1 - b) / other.AdjustedCount));
        var (low, high) = (Expit(logit - (Z * error)), Expit(logit + (Z * error)));
        return found + wrong == 0 ? new Estimate(0, 0, 1) : new Estimate(value, Math.Min(value, low), Math.Max(value, high));
    }

    // The mean of two rates weighted by the prevalence; the variance from the adjusted rates, so that it is never 0.
    private static Estimate Accuracy(Rate sensitivity, Rate specificity, double prevalence)
    {
        var value = (prevalence * sensitivity.Value) + ((1 - prevalence) * specificity.Value);
        var error = Math.Sqrt((prevalence * prevalence * sensitivity.Variance) + ((1 - prevalence) * (1 - prevalence) * specificity.Variance));
        var interval = NormalDistribution.Interval(value, error);
        return interval with { Low = Math.Max(0, interval.Low), High = Math.Min(1, interval.High) };
    }

    private static double Expit(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>A share, and the same with half of the squared quantile added to successes and failures (Agresti and Coull 1998).</summary>
    private sealed record Rate(int Right, int Count)
    {
        public double Value => Right / (double)Count;

        public double AdjustedCount => Count + (Z * Z);

        public double Adjusted => (Right + (Z * Z / 2)) / AdjustedCount;

        public double Variance => Adjusted * (1 - Adjusted) / AdjustedCount;
    }
}
