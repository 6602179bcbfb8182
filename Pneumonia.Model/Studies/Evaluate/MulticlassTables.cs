using Pneumonia.Core.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>The figures of several classes as tables for the console.</summary>
internal static class MulticlassTables
{
    public static IRenderable Render(MulticlassReport report) => new Rows(Overall(report), ByClass(report), Confusion(report));

    private static Table Overall(MulticlassReport report) => EvaluationTable.WithIntervals(
    [
        ("Accuracy among all classes", report.Accuracy),
        ("Balanced accuracy among all classes", report.BalancedAccuracy),
        ("Macro AUC", report.MacroAuc),
        ("Macro F1", report.MacroF1),
        ("Cohen's kappa", report.Kappa),
    ]);

    private static Table ByClass(MulticlassReport report)
    {
        var table = new Table().AddColumn("Class");
        foreach (var title in new[] { "Images", "Sensitivity", "Precision", "F1", "AUC" })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var each in report.Classes)
        {
            table.AddRow([
                Markup.Escape(each.Class), $"{each.Count}",
                .. new[] { each.Sensitivity, each.Precision, each.F1, each.Auc }.Select(
                    figure => $"{figure.Value:0.000} ({figure.Low:0.000} to {figure.High:0.000})")]);
        }

        return table;
    }

    private static Table Confusion(MulticlassReport report)
    {
        string[] names = [.. report.Classes.Select(each => Markup.Escape(each.Class))];
        var table = new Table().AddColumn("Truth");
        foreach (var name in names)
        {
            table.AddColumn(new TableColumn($"called {name}").RightAligned());
        }

        foreach (var (name, row) in names.Zip(report.Confusion))
        {
            table.AddRow([name, .. row.Select(count => $"{count}")]);
        }

        return table;
    }
}
