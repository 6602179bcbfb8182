using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>The shares of verdicts that are right where another share of the patients is positive.</summary>
/// <param name="Prevalence">That share; more than 0, less than 1.</param>
/// <param name="Ppv">Share of positive verdicts that are right.</param>
/// <param name="Npv">Share of negative verdicts that are right.</param>
public sealed record PredictiveValues(double Prevalence, Estimate Ppv, Estimate Npv)
{
    /// <summary>By Bayes' theorem from sensitivity and specificity, which no prevalence changes. The ends of an interval are those where
    /// both rates lie at the same end of theirs, so it is rather too wide.</summary>
    /// <param name="prevalence">Share of positives; more than 0, less than 1.</param>
    /// <param name="sensitivity">Sensitivity.</param>
    /// <param name="specificity">Specificity.</param>
    public static PredictiveValues At(double prevalence, Estimate sensitivity, Estimate specificity)
    {
        double Ppv(double se, double sp) => Share(prevalence * se, (1 - prevalence) * (1 - sp));
        double Npv(double se, double sp) => Share((1 - prevalence) * sp, prevalence * (1 - se));
        return new PredictiveValues(
            prevalence,
            new Estimate(
                Ppv(sensitivity.Value, specificity.Value), Ppv(sensitivity.Low, specificity.Low), Ppv(sensitivity.High, specificity.High)),
            new Estimate(
                Npv(sensitivity.Value, specificity.Value), Npv(sensitivity.Low, specificity.Low), Npv(sensitivity.High, specificity.High)));
    }

    // Without any verdict of the kind none is right.
    private static double Share(double right, double wrong) => right + wrong == 0 ? 0 : right / (right + wrong);
}
