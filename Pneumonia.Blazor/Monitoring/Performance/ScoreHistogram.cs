using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>How the scores of the held-out images are distributed.</summary>
public static class ScoreHistogram
{
    private const int Bins = 20;

    /// <summary>Bins of 5% where the zip holds the scores, else those of its reliability curve.</summary>
    public static IReadOnlyList<HistogramBin> Of(EvaluationReport report)
    {
        if (report.Scores is not { } scores)
        {
            return [.. report.Reliability.Select(bin => (bin, Positives: (int)Math.Round(bin.Count * bin.ObservedRate)))
                .Select(each => new HistogramBin(each.bin.Low, each.bin.High, each.Positives, each.bin.Count - each.Positives))];
        }

        var positives = Counts(scores.Positive, report.Confusion.Tp + report.Confusion.Fn);
        var negatives = Counts(scores.Negative, report.Confusion.Fp + report.Confusion.Tn);
        return [.. Enumerable.Range(0, Bins).Select(i => new HistogramBin(i / (double)Bins, (i + 1) / (double)Bins, positives[i], negatives[i]))];
    }

    private static int[] Counts(IReadOnlyList<double> scores, int images)
    {
        var counts = new int[Bins];
        foreach (var score in scores)
        {
            counts[Math.Clamp((int)Math.Ceiling(score * Bins) - 1, 0, Bins - 1)]++;
        }

        return Array.ConvertAll(counts, count => (int)Math.Round(images * count / (double)Math.Max(1, scores.Count)));
    }
}
