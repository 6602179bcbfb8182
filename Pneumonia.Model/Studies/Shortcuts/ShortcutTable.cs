using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>A <see cref="ShortcutReport"/> as a table for the console.</summary>
public static class ShortcutTable
{
    /// <summary>A row for every question.</summary>
    public static IRenderable Render(ShortcutReport report)
    {
        var table = new Table().AddColumn("Audit");
        foreach (var header in new[] { "Images", "AUC", "95% interval" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        table.AddColumn("Finding").AddColumn("Without shortcuts");
        foreach (var row in report.Findings)
        {
            table.AddRow(
                Markup.Escape(row.Question), $"{row.Images}", $"{row.Auc.Value:0.000}", $"{row.Auc.Low:0.000} to {row.Auc.High:0.000}",
                row.AsExpected ? "as expected" : "look closer", Markup.Escape(row.Expected));
        }

        return table;
    }
}
