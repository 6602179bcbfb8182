using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>A triage as tables for the console.</summary>
internal static class TriageTable
{
    /// <summary>A row for each verdict, and the two error rates below.</summary>
    /// <param name="report">The counts.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="positive">What is positive, e.g. PNEUMONIA.</param>
    public static IRenderable Render(TriageReport report, TriageLimits limits, string positive) =>
        new Rows(Groups(report, limits, Markup.Escape(positive)), Errors(report, positive));

    private static Table Groups(TriageReport report, TriageLimits limits, string positive)
    {
        var table = new Table().AddColumn("Triage").AddColumn("Score");
        foreach (var title in new[] { "Images", "95% interval", $"{positive} among them", "95% interval", positive, $"not {positive}" })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var group in report.Groups)
        {
            var any = group.Positive + group.Negative > 0;
            table.AddRow(
                RiskWords.Verdict(group.Triage), Range(group.Triage, limits), $"{group.Share.Value:0.0%}", Interval(group.Share),
                any ? $"{group.PositiveShare.Value:0.0%}" : "", any ? Interval(group.PositiveShare) : "", $"{group.Positive}", $"{group.Negative}");
        }

        return table;
    }

    private static Table Errors(TriageReport report, string positive) => EvaluationTable.WithIntervals(
    [
        ($"{positive} patients with an image ruled out, of {report.PositivePatients}", report.Missed),
        ($"Other patients with an image ruled in, of {report.NegativePatients}", report.FalseRuleIns),
    ]);

    private static string Range(Triage triage, TriageLimits limits) => triage switch
    {
        Triage.RuleOut => limits.RuleOut.Limit is { } limit ? $"below {limit:0.000}" : "never",
        Triage.RuleIn => limits.RuleIn.Limit is { } limit ? $"from {limit:0.000} up" : "never",
        _ => "else",
    };

    private static string Interval(Estimate share) => $"{share.Low:0.0%} to {share.High:0.0%}";
}
