using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>An evaluation as tables for the console.</summary>
public static class EvaluationTable
{
    /// <summary>What was evaluated, the figures with their intervals, the confusion matrix below and, with three classes or more,
    /// the figures of each.</summary>
    public static IRenderable Render(EvaluationReport report) => new Rows(
    [
        new Text($"{report.Data}: {report.Count} images of {report.Patients} patients, {report.PositiveClass} from {report.Threshold:0.000} up"),
        Figures(report),
        Confusion(report),
        .. report.Multiclass is { } figures ? [MulticlassTables.Render(figures)] : Array.Empty<IRenderable>(),
    ]);

    /// <summary>A row for each figure.</summary>
    internal static Table WithIntervals(IEnumerable<(string Name, Estimate Figure)> figures)
    {
        var table = new Table();
        table.AddColumn("Figure");
        table.AddColumn(new TableColumn("Value").RightAligned());
        table.AddColumn(new TableColumn("95% interval").RightAligned());
        foreach (var (name, figure) in figures)
        {
            table.AddRow(name, $"{figure.Value:0.0000}", $"{figure.Low:0.0000} to {figure.High:0.0000}");
        }

        return table;
    }

    private static Table Figures(EvaluationReport report) => WithIntervals(
    [
        ("AUC", report.Auc),
        .. report.AucDeLong is { } auc ? [("AUC, DeLong's interval", auc)] : Array.Empty<(string, Estimate)>(),
        ("Average precision", report.AveragePrecision),
        ("Accuracy", report.Accuracy),
        ("Balanced accuracy", report.BalancedAccuracy),
        ("Sensitivity", report.Sensitivity),
        ("Specificity", report.Specificity),
        ("Precision", report.Precision),
        ("F1", report.F1),
        ("Log loss", report.LogLoss),
        ("Brier score", report.Brier),
        ("Expected calibration error", report.Ece),
        .. report.CalibrationLine is { } line
            ? [
                ("Calibration slope", line.Slope.Interval), ("Calibration intercept", line.Intercept.Interval),
                ("Calibration in the large", line.InTheLarge.Interval),
            ]
            : Array.Empty<(string, Estimate)>(),
    ]);

    private static Table Confusion(EvaluationReport report)
    {
        var positive = Markup.Escape(report.PositiveClass);
        var table = new Table();
        table.AddColumn("Truth");
        table.AddColumn(new TableColumn($"called {positive}").RightAligned());
        table.AddColumn(new TableColumn($"not called {positive}").RightAligned());
        table.AddRow(positive, $"{report.Confusion.Tp}", $"{report.Confusion.Fn}");
        table.AddRow($"not {positive}", $"{report.Confusion.Fp}", $"{report.Confusion.Tn}");
        return table;
    }
}
