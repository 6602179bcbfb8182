using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Reports;
using Pneumonia.Model.Plotting;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>What the operating points decide, here and where pneumonia is rarer or more common.</summary>
internal static class VerdictSection
{
    private static readonly double[] s_prevalences = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5];

    public static XElement Of(ReportContent content)
    {
        var report = content.Evaluation;
        return Html.Section(
            "Verdicts",
            Html.Figures(Html.Figure($"Confusion matrix, {report.PositiveClass} from {report.Threshold:0.000} up", Matrix(report), [])),
            Html.Table(
                "Operating points of the model, measured here", ["name", "threshold", "sensitivity", "specificity", "PPV", "NPV"],
                content.Model.Calibration.OperatingPoints.Select(point => point.Measured(
                    [.. content.Images.Select(image => (image.Positive, image.Score >= point.Threshold))]))
                    .Select(point => new object[]
                    {
                        point.Name == content.Model.Calibration.Default ? $"{point.Name} (decides)" : point.Name, $"{point.Threshold:0.000}",
                        Html.Range(point.Sensitivity), Html.Range(point.Specificity), Html.Range(point.Ppv), Html.Range(point.Npv),
                    })),
            Prevalences(content),
            Html.Note("Sensitivity and specificity are taken to stay where the prevalence changes. PPV and NPV have the adjusted logit intervals of "
                + "Mercaldo, Lau and Zhou (2007). Net benefit is in true positives per patient, at the threshold as a probability at that prevalence."));
    }

    private static XElement Prevalences(ReportContent content)
    {
        var threshold = content.Model.Calibration.DefaultPoint.Threshold;
        var calibratedFor = content.Model.Calibration.Prevalence ?? content.Share;
        return Html.Table(
            "The deciding operating point at other prevalences", ["prevalence", "PPV", "NPV", "accuracy", "net benefit", "of treating all"],
            s_prevalences.Select(prevalence => PrevalenceEvaluation.At(content.Evaluation.Confusion, threshold, calibratedFor, prevalence))
                .Select(figures => new object[]
                {
                    $"{figures.Prevalence:0.00}", Html.Range(figures.Ppv), Html.Range(figures.Npv), Html.Range(figures.Accuracy),
                    $"{figures.NetBenefit:0.0000}", $"{figures.TreatAll:0.0000}",
                }));
    }

    private static XElement Matrix(EvaluationReport report)
    {
        const double side = 130, left = 112, top = 40;
        var (tp, fp, tn, fn) = (report.Confusion.Tp, report.Confusion.Fp, report.Confusion.Tn, report.Confusion.Fn);
        var cells = new[] { (0, 0, tp, tp + fn), (1, 0, fn, tp + fn), (0, 1, fp, fp + tn), (1, 1, tn, fp + tn) }.SelectMany(cell =>
        {
            var (column, row, count, all) = cell;
            var share = all == 0 ? 0 : count / (double)all;
            var box = Svg.Box("cell", left + (column * side), top + (row * side), side, side);
            box.SetAttributeValue("fill-opacity", Svg.Number(0.06 + (0.5 * share)));
            var (x, y) = (left + ((column + 0.5) * side), top + ((row + 0.5) * side));
            return new[] { box, Svg.Text("count middle", x, y + 4, $"{count}"), Svg.Text("part middle", x, y + 26, $"{share:0.0%} of the row") };
        });
        return Svg.Picture(
            440, top + (2 * side) + 14,
            $"Of {tp + fn} images of {report.PositiveClass}, {tp} were called so and {fn} missed; of {fp + tn} others, {tn} were called negative and {fp} falsely positive.",
            cells.ToArray(),
            Svg.Text("title middle", left + (side / 2), top - 12, "called positive"), Svg.Text("title middle", left + (1.5 * side), top - 12, "called negative"),
            Svg.Text("title end", left - 10, top + (side / 2) + 4, report.PositiveClass.Length <= 12 ? report.PositiveClass : "positive"),
            Svg.Text("title end", left - 10, top + (1.5 * side) + 4, "others"));
    }
}
