using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>
/// Chooses the limits of a triage by conformal risk control (Angelopoulos, Bates, Fisch, Lei and Schuster 2022, section 2). What is
/// exchangeable is a patient, and a patient's loss is 1 as soon as one of the images has a wrong verdict, else 0; where the images are also seen
/// under simulated changes of machine, the mean of that over the changes. A new patient like those
/// of the calibration, at one of these machines, then has, in the mean over draws of the calibration patients, a wrong verdict no more often than
/// the risk says; and so has any one image of such a patient.
/// </summary>
/// <remarks>
/// With two classes this holds though the scores were calibrated on the same patients: a scaling keeps their order. With more classes it
/// can change the order, and the guarantee is an approximation. Where images have weights, the limits keep to the risks among the weighted
/// calibration patients, too; no guarantee comes with that.
/// </remarks>
public static class TriageFit
{
    /// <summary>The widest limits that keep to the risks and contradict neither each other nor the verdict.</summary>
    /// <param name="images">Calibration images, which the network was not fitted on.</param>
    /// <param name="risks">The risks.</param>
    /// <param name="threshold">Least score of a positive verdict: nothing at or above it is ruled out, nothing below it ruled in.</param>
    /// <exception cref="UserException">A risk is out of range, or a score is no probability.</exception>
    public static TriageLimits Fit(IReadOnlyList<ScoredImage> images, TriageRisks risks, double threshold) =>
        Fit([.. images.Select(image => new TriageImage(image.Patient, image.Positive, [image.Score]))], risks, threshold);

    /// <inheritdoc cref="Fit(IReadOnlyList{ScoredImage}, TriageRisks, double)"/>
    internal static TriageLimits Fit(IReadOnlyList<TriageImage> images, TriageRisks risks, double threshold)
    {
        Check(risks.RuleOut, "rule-out");
        Check(risks.RuleIn, "rule-in");
        double[] scores = [.. images.SelectMany(image => image.Scores)];
        if (scores.Any(score => score is not (>= 0 and <= 1)))
        {
            throw new UserException($"A score of {scores.First(score => score is not (>= 0 and <= 1))} is not a probability between 0 and 1.");
        }

        var (lowest, ill) = Worst(images, positive: true, scores => scores.Min());
        var (highest, well) = Worst(images, positive: false, scores => scores.Max());
        lowest.Sort((left, right) => left.Score.CompareTo(right.Score));
        highest.Sort((left, right) => right.Score.CompareTo(left.Score));
        var ruleOut = At(lowest, ill, risks.RuleOut);
        var ruleIn = At(highest, well, risks.RuleIn);

        // To lower the one limit and to raise the other takes verdicts back, so both risks stay kept. Where the classes lie apart, the limits
        // change places, for an image between the classes is like nobody's.
        (ruleOut, ruleIn) = ruleOut > ruleIn ? (ruleIn, ruleOut) : (Below(ruleOut, scores), Above(ruleIn, scores));
        return new TriageLimits(
            new RiskBound(ruleOut is { } low ? Math.Min(low, threshold) : null, risks.RuleOut, ill),
            new RiskBound(ruleIn is { } high ? Math.Max(high, threshold) : null, risks.RuleIn, well));
    }

    // The first score that is not beyond the limit: so many before it, and so much of the weight, may be wrong.
    private static double? At(List<(double Score, double Weight)> worst, int patients, double risk)
    {
        var allowed = RiskBound.Allowed(patients, risk, patients == 0 ? 1 : worst.Count / patients);
        if (allowed < 0)
        {
            return null;
        }

        var weight = worst.Sum(each => each.Weight) * risk;
        var before = 0;
        for (var sum = 0.0; before < allowed && (sum += worst[before].Weight) <= weight; before++)
        {
        }

        return worst[before].Score;
    }

    // For every patient and version the image that is likeliest to be judged wrongly.
    private static (List<(double Score, double Weight)> Worst, int Patients) Worst(
        IReadOnlyList<TriageImage> images, bool positive, Func<IEnumerable<double>, double> worstOf)
    {
        var patients = images.Where(image => image.Positive == positive).GroupBy(image => image.Patient).ToList();
        return ([.. patients.SelectMany(patient =>
        {
            var weight = patient.Average(image => image.Weight);
            return Enumerable.Range(0, patient.First().Scores.Count).Select(version => (worstOf(patient.Select(image => image.Scores[version])), weight));
        })], patients.Count);
    }

    // Halfway to the next image: a small change of a score, as from another processor, changes no verdict.
    private static double? Below(double? score, double[] scores) =>
        score - ((score - scores.Where(other => other < score).DefaultIfEmpty(0).Max()) / 2);

    // A score of 1 itself would still be ruled in from a limit of 1 up.
    private static double? Above(double? score, double[] scores)
    {
        var next = scores.Where(other => other > score).DefaultIfEmpty(1).Min();
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
