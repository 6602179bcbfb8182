using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>What to expect of a model at a threshold, among patients of whom a given share is positive.</summary>
/// <param name="Confusion">Verdicts on the held-out images.</param>
/// <param name="Prevalence">Share of the patients who are positive; more than 0, less than 1.</param>
/// <param name="DecisionProbability">The threshold as a probability that holds at that prevalence: whoever calls patients positive from
/// it on takes one missed patient to be as bad as (1 - p) / p false alarms.</param>
public sealed record ThresholdFigures(ConfusionMatrix Confusion, double Prevalence, double DecisionProbability)
{
    /// <summary>TP / (TP + FN), with Wilson's interval.</summary>
    public Estimate Sensitivity => Wilson.Interval(Confusion.Tp, Confusion.Tp + Confusion.Fn);

    /// <summary>TN / (TN + FP), with Wilson's interval.</summary>
    public Estimate Specificity => Wilson.Interval(Confusion.Tn, Confusion.Tn + Confusion.Fp);

    /// <summary>Share of positive verdicts that are right (Bayes); null where no verdict is positive.</summary>
    public double? Ppv => Share(TruePositives, FalsePositives);

    /// <summary>Share of negative verdicts that are right (Bayes); null where no verdict is negative.</summary>
    public double? Npv => Share(TrueNegatives, FalseNegatives);

    /// <summary>Net benefit of acting on the verdicts, in true positives per patient (Vickers and Elkin 2006).</summary>
    public double NetBenefit => Benefit(TruePositives, FalsePositives, DecisionProbability);

    /// <summary>Share of all patients called positive rightly.</summary>
    public double TruePositives => Prevalence * Sensitivity.Value;

    /// <summary>Share of all patients called positive wrongly.</summary>
    public double FalsePositives => (1 - Prevalence) * (1 - Specificity.Value);

    /// <summary>Share of all patients called negative rightly.</summary>
    public double TrueNegatives => (1 - Prevalence) * Specificity.Value;

    /// <summary>Share of all patients called negative wrongly.</summary>
    public double FalseNegatives => Prevalence * (1 - Sensitivity.Value);

    /// <summary>Net benefit of calling every patient positive.</summary>
    public double NetBenefitOfAll => Benefit(Prevalence, 1 - Prevalence, DecisionProbability);

    /// <summary>True positives less false ones, these weighed by the odds of the probability from which on one acts.</summary>
    public static double Benefit(double truePositives, double falsePositives, double probability) =>
        truePositives - (falsePositives * probability / (1 - probability));

    private static double? Share(double right, double wrong) => right + wrong > 0 ? right / (right + wrong) : null;
}
