using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Reports;
using Pneumonia.Model.Plotting;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>ROC and precision-recall curves.</summary>
internal static class DiscriminationSection
{
    private static readonly double[] s_specificities = [0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.5];
    private static readonly double[] s_recalls = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

    public static XElement Of(ReportContent content)
    {
        var report = content.Evaluation;
        return Html.Section("Telling the classes apart", Html.Figures(Roc(report), PrecisionRecall(report, content.Share)));
    }

    private static XElement Roc(EvaluationReport report) => Html.Figure(
        "ROC curve",
        new Plot(Axis.Unit("1 - specificity"), Axis.Unit("sensitivity"))
            .Line("chance", [(0, 0), (1, 1)])
            .Line("first", report.Roc.Select(point => (point.X, point.Y)))
            .Dots("second", [(1 - report.Specificity.Value, report.Sensitivity.Value)], radius: 5)
            .Render($"ROC curve with an area of {report.Auc.Value:0.000}; the operating point has a sensitivity of {report.Sensitivity.Value:0.000} "
                + $"and a specificity of {report.Specificity.Value:0.000}."),
        [("first", $"model, AUC {report.Auc.Value:0.000}"), ("block second", $"operating point, {report.Threshold:0.000}"), ("chance", "chance")],
        Html.Table("Sensitivity by specificity", ["specificity", "sensitivity"], s_specificities.Select(specificity => new object[]
        {
            $"{specificity:0.00}", $"{report.Roc.Where(point => 1 - point.X >= specificity - 1e-9).Max(point => point.Y):0.000}",
        })));

    private static XElement PrecisionRecall(EvaluationReport report, double share) => Html.Figure(
        "Precision-recall curve",
        new Plot(Axis.Unit("recall (sensitivity)"), Axis.Unit("precision (PPV)"))
            .Line("chance", [(0, share), (1, share)])
            .Line("first", report.PrecisionRecall.Select(point => (point.X, point.Y)))
            .Dots("second", [(report.Sensitivity.Value, report.Precision.Value)], radius: 5)
            .Render($"Precision-recall curve with an average precision of {report.AveragePrecision.Value:0.000}; without skill the precision is {share:0.000}."),
        [("first", $"model, average precision {report.AveragePrecision.Value:0.000}"), ("block second", "operating point"), ("chance", $"without skill, {share:0.000}")],
        Html.Table("Precision by recall", ["recall", "precision"], s_recalls.Select(recall => new object[]
        {
            $"{recall:0.00}", $"{report.PrecisionRecall.Where(point => point.X >= recall - 1e-9).Max(point => point.Y):0.000}",
        })));
}
