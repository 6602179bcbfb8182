using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>A <see cref="ShiftReport"/> as a table for the console.</summary>
public static class ShiftTable
{
    /// <summary>A row for every shift, their means, and the worst of them named.</summary>
    public static IRenderable Render(ShiftReport report)
    {
        var table = new Table().AddColumn("Shift");
        foreach (var header in new[] { "Images", "AUC", "95% interval", "Sensitivity", "Specificity" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (var row in report.Rows)
        {
            table.AddRow(
                Markup.Escape(row.Shift), $"{row.Images}", $"{row.Auc.Value:0.000}", $"{row.Auc.Low:0.000} to {row.Auc.High:0.000}",
                $"{row.Sensitivity.Value:0.000}", $"{row.Specificity.Value:0.000}");
        }

        table.AddEmptyRow();
        table.AddRow(
            "mean of the shifts", "", $"{report.Mean.Auc:0.000}", "", $"{report.Mean.Sensitivity:0.000}", $"{report.Mean.Specificity:0.000}");
        return new Rows(table, new Text(Worst(report)));
    }

    private static string Worst(ShiftReport report)
    {
        var auc = report.Rows.First(row => row.Shift == report.LowestAuc);
        var decision = report.Rows.First(row => row.Shift == report.LowestBalancedAccuracy);
        return $"Worst: {auc.Shift} by AUC ({auc.Auc.Value:0.000}); {decision.Shift} at the threshold "
            + $"(mean of sensitivity and specificity {decision.BalancedAccuracy.Value:0.000}).";
    }
}
