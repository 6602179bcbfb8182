using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Plotting;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>Whether the probabilities are what they say, and how they are spread.</summary>
internal static class CalibrationSection
{
    private const int Bins = 20;

    public static XElement Of(ReportContent content)
    {
        var report = content.Evaluation;
        return Html.Section(
            "Calibration",
            Html.Figures(Reliability(report), Histogram(content)),
            report.CalibrationLine is { } line
                ? Html.Paragraph($"Calibration slope {Html.Range(line.Slope.Interval)}, at best 1; intercept {Html.Range(line.Intercept.Interval)} and "
                    + $"calibration in the large {Html.Range(line.InTheLarge.Interval)}, at best 0.")
                : Html.Paragraph("No calibration line can be fitted: the scores tell these images apart without an error, or are all the same."));
    }

    private static XElement Reliability(EvaluationReport report)
    {
        var filled = report.Reliability.Where(bin => bin.Count > 0).ToArray();
        var plot = new Plot(Axis.Unit("mean predicted probability"), Axis.Unit("share that is positive")).Line("chance", [(0, 0), (1, 1)]);
        foreach (var bin in filled)
        {
            var interval = Wilson.Interval((long)Math.Round(bin.ObservedRate * bin.Count), bin.Count);
            plot.Line("first", [(bin.MeanPredicted, interval.Low), (bin.MeanPredicted, interval.High)]);
        }

        return Html.Figure(
            "Reliability curve",
            plot.Dots("first", filled.Select(bin => (bin.MeanPredicted, bin.ObservedRate)))
                .Render($"Reliability curve; the expected calibration error is {report.Ece.Value:0.000}."),
            [("first", $"images by tenth, 95% interval; expected calibration error {report.Ece.Value:0.000}"), ("chance", "perfect")],
            Html.Table("Bins", ["predicted", "images", "mean predicted", "share positive"], filled.Select(bin => new object[]
            {
                $"{bin.Low:0.0} to {bin.High:0.0}", $"{bin.Count}", $"{bin.MeanPredicted:0.000}", $"{bin.ObservedRate:0.000}",
            })));
    }

    private static XElement Histogram(ReportContent content)
    {
        var positive = Shares(content.Images.Where(image => image.Positive));
        var negative = Shares(content.Images.Where(image => !image.Positive));
        var name = content.Evaluation.PositiveClass;
        return Html.Figure(
            "Scores by class",
            new Plot(Axis.Unit($"probability of {name}"), Axis.Around("share of the class", 0, positive.Concat(negative).Max()))
                .Bars("first", positive.Select((share, bin) => ((bin + 0.52) / Bins, (bin + 0.95) / Bins, share)))
                .Bars("second", negative.Select((share, bin) => ((bin + 0.05) / Bins, (bin + 0.48) / Bins, share)))
                .Line("chance", [(content.Evaluation.Threshold, 0), (content.Evaluation.Threshold, 1)])
                .Render($"Histogram of the scores by class in {Bins} bins."),
            [("block first", name), ("block second", $"not {name}"), ("chance", "threshold")],
            Html.Table("Shares by score", ["score", name, $"not {name}"], Enumerable.Range(0, Bins).Select(bin => new object[]
            {
                $"{bin / (double)Bins:0.00} to {(bin + 1) / (double)Bins:0.00}", $"{positive[bin]:0.0%}", $"{negative[bin]:0.0%}",
            })));
    }

    private static double[] Shares(IEnumerable<ScoredImage> images)
    {
        var counts = new double[Bins];
        foreach (var image in images)
        {
            counts[Math.Min(Bins - 1, (int)(image.Score * Bins))]++;
        }

        var all = Math.Max(1, counts.Sum());
        return Array.ConvertAll(counts, count => count / all);
    }
}
