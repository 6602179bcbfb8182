using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Model.Plotting;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>The model under simulated shifts.</summary>
internal static class ShiftSection
{
    public static XElement? Of(ReportContent content)
    {
        if (content.Shifts is not { } shifts)
        {
            return null;
        }

        var plot = new ForestPlot(
            Axis.Around("AUC, 95% interval", Math.Min(0.9, shifts.Rows.Min(row => row.Auc.Low)), 1), shifts.Rows[0].Auc.Value);
        foreach (var row in shifts.Rows)
        {
            plot.Row(row.Shift, (row.Auc.Value, row.Auc.Low, row.Auc.High));
        }

        return Html.Section(
            "Simulated shifts",
            Html.Figures(Html.Figure(
                "AUC under each shift", plot.Render("AUC under each shift with its interval; the numbers are in the table below."),
                [("first", "shift, 95% interval"), ("chance", "unchanged images")])),
            Html.Table(
                "Every image changed as another machine might", ["shift", "AUC", "sensitivity", "specificity"],
                shifts.Rows.Select(row => new object[] { row.Shift, Html.Range(row.Auc), Html.Range(row.Sensitivity), Html.Range(row.Specificity) })),
            Html.Note($"Means over the shifts: AUC {shifts.Mean.Auc:0.000}, sensitivity {shifts.Mean.Sensitivity:0.000}, specificity "
                + $"{shifts.Mean.Specificity:0.000}. Worst: {shifts.LowestAuc} by AUC, {shifts.LowestBalancedAccuracy} at the threshold."));
    }
}
