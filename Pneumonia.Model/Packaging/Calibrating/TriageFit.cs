using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>
/// Chooses the limits of a triage by conformal risk control (Angelopoulos, Bates, Fisch, Lei and Schuster 2022, section 2). What is
/// exchangeable is a patient, and a patient's loss is 1 as soon as one of the images has a wrong verdict, else 0. A new patient like those
/// of the calibration then has, in the mean over draws of the calibration patients, a wrong verdict no more often than the risk says;
/// and so has any one image of such a patient.
/// </summary>
/// <remarks>
/// With two classes this holds though the scores were calibrated on the same patients: a scaling keeps their order. With more classes it
/// can change the order, and the guarantee is an approximation.
/// </remarks>
public static class TriageFit
{
    /// <summary>The widest limits that keep to the risks and contradict neither each other nor the verdict.</summary>
    /// <param name="images">Calibration images, which the network was not fitted on.</param>
    /// <param name="risks">The risks.</param>
    /// <param name="threshold">Least score of a positive verdict: nothing at or above it is ruled out, nothing below it ruled in.</param>
    /// <exception cref="UserException">A risk is out of range, or a score is no probability.</exception>
    public static TriageLimits Fit(IReadOnlyList<ScoredImage> images, TriageRisks risks, double threshold)
    {
        Check(risks.RuleOut, "rule-out");
        Check(risks.RuleIn, "rule-in");
        if (images.FirstOrDefault(image => image.Score is not (>= 0 and <= 1)) is { } bad)
        {
            throw new UserException($"A score of {bad.Score} is not a probability between 0 and 1.");
        }

        double[] lowest = [.. Patients(images, positive: true).Select(patient => patient.Min()).Order()];
        double[] highest = [.. Patients(images, positive: false).Select(patient => patient.Max()).OrderDescending()];
        var ruleOut = At(lowest, RiskBound.Allowed(lowest.Length, risks.RuleOut));
        var ruleIn = At(highest, RiskBound.Allowed(highest.Length, risks.RuleIn));

        // To lower the one limit and to raise the other takes verdicts back, so both risks stay kept. Where the classes lie apart, the limits
        // change places, for an image between the classes is like nobody's.
        (ruleOut, ruleIn) = ruleOut > ruleIn ? (ruleIn, ruleOut) : (Below(ruleOut, images), Above(ruleIn, images));
        return new TriageLimits(
            new RiskBound(ruleOut is { } low ? Math.Min(low, threshold) : null, risks.RuleOut, lowest.Length),
            new RiskBound(ruleIn is { } high ? Math.Max(high, threshold) : null, risks.RuleIn, highest.Length));
    }

    private static double? At(double[] scores, int index) => index < 0 ? null : scores[index];

    private static IEnumerable<IEnumerable<double>> Patients(IReadOnlyList<ScoredImage> images, bool positive) =>
        images.Where(image => image.Positive == positive).GroupBy(image => image.Patient, image => image.Score);

    // Halfway to the next image: a small change of a score, as from another processor, changes no verdict.
    private static double? Below(double? score, IReadOnlyList<ScoredImage> images) =>
        score - ((score - images.Select(image => image.Score).Where(other => other < score).DefaultIfEmpty(0).Max()) / 2);

    // A score of 1 itself would still be ruled in from a limit of 1 up.
    private static double? Above(double? score, IReadOnlyList<ScoredImage> images)
    {
        var next = images.Select(image => image.Score).Where(other => other > score).DefaultIfEmpty(1).Min();
        var limit = score + ((next - score) / 2);
        return limit > score ? limit : next > score ? next : null;
    }

    private static void Check(double risk, string name)
    {
        if (risk is not (> 0 and < 1))
        {
            throw new UserException($"The {name} risk must be more than 0 and less than 1, and is {risk}.");
        }
    }
}
