using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Plotting;
using Pneumonia.Model.Studies.Subgroups;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>Whom the model serves worse.</summary>
internal static class SubgroupSection
{
    public static XElement? Of(ReportContent content)
    {
        var report = content.Evaluation;
        return report.Subgroups.Count == 0 ? null : Html.Section(
            "Subgroups",
            Html.Figures(
                Forest("AUC", report.Subgroups, report.Auc, group => group.Auc),
                Forest("Sensitivity", report.Subgroups, report.Sensitivity, group => group.Sensitivity),
                Forest("Specificity", report.Subgroups, report.Specificity, group => group.Specificity)),
            Html.Table(
                "Subgroups at the deciding operating point", ["group", "images", "patients", "positive", "sensitivity", "specificity", "AUC"],
                report.Subgroups.Select(group => new object[]
                {
                    $"{group.Kind}: {group.Name}", $"{group.Count}", $"{group.Patients}", $"{group.Positives}", Html.Range(group.Sensitivity),
                    Html.Range(group.Specificity), Html.Range(group.Auc),
                })),
            Gaps(report.SubgroupGaps),
            Html.Note("The AUC of a group of one class is against all images of the other. A difference is flagged where its interval, widened by Holm's "
                + $"correction for all of them, leaves out 0; a side with fewer than {SubgroupGapTest.FewestImages} images of a class is not compared."));
    }

    private static XElement Gaps(IReadOnlyList<SubgroupGap> gaps) => gaps.Count == 0
        ? Html.Paragraph("No two groups have enough images to be compared.")
        : Html.Table(
            "Differences between subgroups", ["difference", "figure", "value (95% interval)", "p", "p, Holm", "finding"],
            gaps.Select(gap => new object[]
            {
                $"{gap.Kind}: {gap.Name} against {gap.Against}", gap.Figure == GapFigure.Auc ? "AUC" : $"{gap.Figure}".ToLowerInvariant(),
                Html.Range(gap.Difference), $"{gap.P:0.000}", $"{gap.AdjustedP:0.000}", Html.Mark(!gap.Flagged, gap.Flagged ? "gap" : "none"),
            }));

    private static XElement? Forest(string figure, IReadOnlyList<SubgroupReport> groups, Estimate all, Func<SubgroupReport, Estimate?> of)
    {
        var rows = groups.Where(group => of(group) is not null).ToArray();
        if (rows.Length == 0)
        {
            return null;
        }

        var plot = new ForestPlot(Axis.Around($"{figure}, 95% interval", Math.Min(0.9, rows.Min(group => of(group)!.Low)), 1), all.Value);
        plot.Row("all images", (all.Value, all.Low, all.High));
        foreach (var kind in rows.GroupBy(group => group.Kind))
        {
            plot.Heading(kind.Key);
            foreach (var group in kind)
            {
                var value = of(group)!;
                plot.Row(group.Name, (value.Value, value.Low, value.High));
            }
        }

        return Html.Figure(
            $"{figure} by subgroup", plot.Render($"{figure} of each subgroup with its interval; the numbers are in the table below."),
            [("first", "group, 95% interval"), ("chance", $"all images, {all.Value:0.000}")]);
    }
}
