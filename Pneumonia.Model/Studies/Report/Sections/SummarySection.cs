using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>The figures at a glance, then all of them.</summary>
internal static class SummarySection
{
    public static XElement Of(ReportContent content)
    {
        var report = content.Evaluation;
        var flagged = report.SubgroupGaps.Count(gap => gap.Flagged);
        return Html.Section(
            "At a glance",
            content.Model.Manifest.Data.Synthetic
                ? Html.Warning("", "Trained on synthetic phantoms: its answers on real X-rays mean nothing.")
                : null,
            content.EqualPictures > 0
                ? Html.Warning(
                    "Equal pictures. ", $"{content.EqualPictures} pictures were measured more than once, in the same bytes, scaled or recompressed"
                        + $"{(content.EqualPicturesOfTwoLabels > 0 ? $"; {content.EqualPicturesOfTwoLabels} of them have two labels, of which one is wrong" : "")}: "
                        + "the intervals are too narrow.")
                : null,
            Html.Cards(
                Card("AUC", report.AucDeLong ?? report.Auc), Card("Sensitivity", report.Sensitivity), Card("Specificity", report.Specificity),
                Card("Brier score", report.Brier), report.CalibrationLine is { } line ? Card("Calibration slope", line.Slope.Interval) : null),
            report.Auc.Value < 1 ? null : Html.Note(
                "Where no positive image scores below a negative one, the interval of the AUC has no width; that says little of few images."),
            report.SubgroupGaps.Count == 0 ? null : Html.Paragraph(flagged == 0
                ? $"None of {report.SubgroupGaps.Count} differences between subgroups is beyond chance."
                : $"{flagged} of {report.SubgroupGaps.Count} differences between subgroups are beyond chance: see below."),
            content.Shortcuts is { } audit
                ? Html.Paragraph(audit.Findings.All(finding => finding.AsExpected)
                    ? $"The shortcut audit found nothing in {audit.Findings.Count} questions."
                    : $"The shortcut audit asks for a closer look at {audit.Findings.Count(finding => !finding.AsExpected)} of {audit.Findings.Count} questions.")
                : null,
            Html.Table("Figures with 95% intervals", ["figure", "value", "95% interval"], Rows(report)));
    }

    private static IEnumerable<object[]> Rows(EvaluationReport report) =>
        new (string Name, Estimate? Figure)[]
        {
            ("AUC, bootstrap by patient", report.Auc), ("AUC, DeLong by patient", report.AucDeLong), ("average precision", report.AveragePrecision),
            ("accuracy", report.Accuracy), ("balanced accuracy", report.BalancedAccuracy), ("sensitivity", report.Sensitivity),
            ("specificity", report.Specificity), ("precision (PPV)", report.Precision), ("F1", report.F1), ("Brier score", report.Brier),
            ("log loss", report.LogLoss), ("expected calibration error", report.Ece), ("calibration slope", report.CalibrationLine?.Slope.Interval),
            ("calibration intercept", report.CalibrationLine?.Intercept.Interval), ("calibration in the large", report.CalibrationLine?.InTheLarge.Interval),
        }
        .Where(row => row.Figure is not null)
        .Select(row => new object[] { row.Name, $"{row.Figure!.Value:0.0000}", $"{row.Figure.Low:0.0000} to {row.Figure.High:0.0000}" });

    private static XElement Card(string name, Estimate figure) =>
        Html.Card(name, $"{figure.Value:0.000}", $"{figure.Low:0.000} to {figure.High:0.000}");
}
