using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>Counts the verdicts on the held-out images at any threshold.</summary>
/// <remarks>A zip that holds the scores gives exact counts. An older one holds the curves alone, whose needless points were left out: they
/// give exact counts at the points that are there, and between two of them with more than one image an estimate.</remarks>
public sealed class ScoreCounts
{
    // Scores this close to 0 and 1 are as good as those; their logits are finite.
    private const double Edge = 1e-9;

    private readonly Step[] _steps;
    private readonly bool _complete;

    private ScoreCounts(IEnumerable<Step> steps, int positives, int negatives, bool complete)
    {
        (Positives, Negatives, this._complete) = (positives, negatives, complete);
        var (tp, fp) = (0, 0);
        this._steps = [.. steps.OrderByDescending(step => step.Score).ThenBy(step => step.Tp + step.Fp)
            .Select(step => new Step(step.Score, tp = Math.Max(tp, step.Tp), fp = Math.Max(fp, step.Fp)))];
    }

    /// <summary>Positive images.</summary>
    public int Positives { get; }

    /// <summary>Negative images.</summary>
    public int Negatives { get; }

    /// <summary>Of an evaluation.</summary>
    public static ScoreCounts Of(EvaluationReport report)
    {
        var (positives, negatives) = (report.Confusion.Tp + report.Confusion.Fn, report.Confusion.Fp + report.Confusion.Tn);
        return report.Scores is { } scores
            ? Of(scores, positives, negatives)
            : new ScoreCounts(CurveSteps(report, positives, negatives), positives, negatives, complete: false);
    }

    /// <summary>Of scores, which stand for so many images.</summary>
    public static ScoreCounts Of(HeldOutScores scores, int positives, int negatives) => new(
        scores.Positive.Concat(scores.Negative).Distinct().Select(score => new Step(
            score, From(scores.Positive, score, positives), From(scores.Negative, score, negatives))),
        positives,
        negatives,
        complete: true);

    /// <summary>Whether the counts at a threshold are known, not estimated.</summary>
    public bool IsExactAt(double threshold) => _complete || Around(threshold) is not { Gap: true };

    /// <summary>Verdicts where every score from the threshold up is called positive.</summary>
    public ConfusionMatrix At(double threshold)
    {
        var (before, after, gap) = Around(threshold);
        var share = gap && !_complete ? (Logit(before.Score) - Logit(threshold)) / (Logit(before.Score) - Logit(after.Score)) : 0;
        var tp = before.Tp + (int)Math.Round(share * (after.Tp - before.Tp));
        var fp = before.Fp + (int)Math.Round(share * (after.Fp - before.Fp));
        return new ConfusionMatrix(tp, fp, Negatives - fp, Positives - tp);
    }

    private static int From(IReadOnlyList<double> rising, double threshold, int images) =>
        rising.Count == 0 ? 0 : (int)Math.Round(images * rising.Count(score => score >= threshold) / (double)rising.Count);

    private static IEnumerable<Step> CurveSteps(EvaluationReport report, int positives, int negatives)
    {
        foreach (var point in report.Roc.Where(point => point.Threshold is not null))
        {
            yield return new Step(
                point.Threshold!.Value, (int)Math.Round(point.Y * positives), (int)Math.Round(point.X * negatives));
        }

        // Without a true positive the precision is 0 and says nothing of how many false ones there are.
        foreach (var point in report.PrecisionRecall.Where(point => point is { Threshold: not null, Y: > 0 }))
        {
            var tp = (int)Math.Round(point.X * positives);
            yield return new Step(point.Threshold!.Value, tp, Math.Min(negatives, (int)Math.Round(tp * ((1 / point.Y) - 1))));
        }
    }

    private static double Logit(double score) => Math.Log(Math.Clamp(score, Edge, 1 - Edge) / (1 - Math.Clamp(score, Edge, 1 - Edge)));

    // The steps at and below a threshold; a gap where counts between the two are possible and the threshold is not at the first.
    private (Step Before, Step After, bool Gap) Around(double threshold)
    {
        var (low, high) = (0, _steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].Score >= threshold ? (middle + 1, high) : (low, middle);
        }

        var before = low == 0 ? new Step(1, 0, 0) : _steps[low - 1];
        var after = low == _steps.Length ? before : _steps[low];
        return (before, after, before.Score > threshold && after.Tp + after.Fp - before.Tp - before.Fp > 1);
    }

    private sealed record Step(double Score, int Tp, int Fp);
}
