using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>
/// Chooses operating points on scored images. A threshold lies halfway between two neighbouring scores, so that a small change of a
/// score, as from another processor, changes no verdict. Intervals are Wilson's.
/// </summary>
public static class Thresholds
{
    /// <summary>The point of the greatest sensitivity + specificity - 1 (Youden 1950); of equal ones, the most sensitive.</summary>
    /// <param name="images">Images of both classes.</param>
    /// <param name="name">Name of the operating point.</param>
    /// <exception cref="UserException">There is no image, only one class, or a score that is no probability.</exception>
    public static OperatingPoint Youden(IReadOnlyList<ScoredImage> images, string name = "balanced")
    {
        var set = new ScoredSet(images, name);
        return Candidates(set, name).MaxBy(candidate => (
            ((long)candidate.Tp * set.Negatives) - ((long)candidate.Fp * set.Positives), candidate.Tp))!.Point;
    }

    /// <summary>The most specific point whose sensitivity is at least <paramref name="sensitivity"/>.</summary>
    /// <param name="images">Images of both classes.</param>
    /// <param name="sensitivity">More than 0, at most 1.</param>
    /// <param name="name">Name of the operating point.</param>
    /// <exception cref="UserException">
    /// There is no image, only one class, a score that is no probability, or a sensitivity out of range.
    /// </exception>
    public static OperatingPoint ForSensitivity(
        IReadOnlyList<ScoredImage> images, double sensitivity, string name = "high-sensitivity")
    {
        Check(sensitivity, nameof(sensitivity));
        return Candidates(new ScoredSet(images, name), name)
            .First(candidate => candidate.Point.Sensitivity.Value >= sensitivity).Point;
    }

    /// <summary>The most sensitive point whose specificity is at least <paramref name="specificity"/>.</summary>
    /// <param name="images">Images of both classes.</param>
    /// <param name="specificity">More than 0, at most 1.</param>
    /// <param name="name">Name of the operating point.</param>
    /// <exception cref="UserException">
    /// There is no image, only one class, a score that is no probability, a specificity out of range, or one that no threshold reaches
    /// because negative images score 1.
    /// </exception>
    public static OperatingPoint ForSpecificity(
        IReadOnlyList<ScoredImage> images, double specificity, string name = "high-specificity")
    {
        Check(specificity, nameof(specificity));
        return Candidates(new ScoredSet(images, name), name)
            .LastOrDefault(candidate => candidate.Point.Specificity.Value >= specificity)?.Point
            ?? throw new UserException($"{name}: no threshold reaches a specificity of {specificity}.");
    }

    private static IEnumerable<Candidate> Candidates(ScoredSet set, string name)
    {
        var steps = set.Steps();
        for (var i = 0; i < steps.Count; i++)
        {
            var upper = steps[i].Score ?? 1;
            var lower = i + 1 < steps.Count ? steps[i + 1].Score!.Value : 0;

            // Nothing is above a probability of 1: such an image is always called positive.
            if (steps[i].Score is null && lower == 1)
            {
                continue;
            }

            var halfway = lower + ((upper - lower) / 2);
            yield return new Candidate(steps[i].Tp, steps[i].Fp, new OperatingPoint(
                name,
                halfway > lower || i + 1 == steps.Count ? halfway : upper,
                Wilson.Interval(steps[i].Tp, set.Positives),
                Wilson.Interval(set.Negatives - steps[i].Fp, set.Negatives),
                set.Positives,
                set.Negatives));
        }
    }

    private static void Check(double target, string what)
    {
        if (target is not (> 0 and <= 1))
        {
            throw new UserException($"The {what} to reach must be more than 0 and at most 1, and is {target}.");
        }
    }

    private sealed record Candidate(int Tp, int Fp, OperatingPoint Point);
}
