using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Packaging.Card;

/// <summary>The model card's tables, in Markdown.</summary>
internal static class ModelCardTables
{
    /// <summary>A row for each figure.</summary>
    public static string Figures(params IReadOnlyList<(string Name, Estimate Figure)> figures) => Table(
        ["figure", "value", "95% interval"],
        figures.Select(row => new[] { row.Name, $"{row.Figure.Value:0.000}", $"{row.Figure.Low:0.000} to {row.Figure.High:0.000}" }));

    /// <summary>A row for each operating point.</summary>
    public static string OperatingPoints(IEnumerable<OperatingPoint> points) => Table(
        ["name", "threshold", "sensitivity", "specificity", "PPV", "NPV"],
        points.Select(point => new[]
        {
            point.Name, $"{point.Threshold:0.000}", Range(point.Sensitivity), Range(point.Specificity), Range(point.Ppv), Range(point.Npv),
        }));

    /// <summary>A row for each subgroup.</summary>
    public static string Subgroups(IReadOnlyList<SubgroupReport> groups) => groups.Count == 0
        ? "None were told apart."
        : "At the operating point that decides. The AUC of a group of one class is against all images of the other.\n\n" + Table(
            ["by", "group", "images", "patients", "sensitivity", "specificity", "AUC"],
            groups.Select(group => new[]
            {
                group.Kind, group.Name, $"{group.Count}", $"{group.Patients}", Range(group.Sensitivity), Range(group.Specificity), Range(group.Auc),
            }));

    /// <summary>A row for each class.</summary>
    public static string Classes(MulticlassReport report) => Table(
        ["class", "images", "sensitivity", "precision", "F1", "AUC"],
        report.Classes.Select(row => new[]
        {
            row.Class, $"{row.Count}", Range(row.Sensitivity), Range(row.Precision), Range(row.F1), Range(row.Auc),
        }));

    /// <summary>Rows: the truth; columns: the verdict.</summary>
    public static string Confusion(MulticlassReport report, IReadOnlyList<string> classes) => Table(
        ["truth", .. classes.Select(name => $"called {name}")],
        report.Confusion.Zip(classes, (row, name) => (string[])[name, .. row.Select(count => $"{count}")]));

    /// <summary>A table in Markdown.</summary>
    public static string Table(string[] head, IEnumerable<string[]> rows) =>
        string.Join('\n', [Row(head), $"|{string.Concat(head.Select(_ => "---|"))}", .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Range(Estimate? estimate) =>
        estimate is null ? "" : $"{estimate.Value:0.000} ({estimate.Low:0.000} to {estimate.High:0.000})";
}
