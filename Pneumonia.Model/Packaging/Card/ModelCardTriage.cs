using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;
using static Pneumonia.Model.Packaging.Card.ModelCardTables;

namespace Pneumonia.Model.Packaging.Card;

/// <summary>The model card's section on ruling in and out, and on what a score has meant.</summary>
internal static class ModelCardTriage
{
    public static string Write(ModelManifest manifest, Calibration calibration, EvaluationReport evaluation) => string.Join(
        "\n\n", new[] { Limits(manifest, calibration), Counts(manifest, evaluation), Meanings(manifest, calibration) }.Where(text => text is not null));

    private static string Limits(ModelManifest manifest, Calibration calibration) => calibration.Triage is not { } limits
        ? "It has no limits for ruling in or ruling out: none were fitted on patients that had not been used before."
        : $"""
          {string.Join("\n", RiskWords.Guarantees(limits, manifest.PositiveClass).Select(sentence => $"- {sentence}"))}

          Everything else is answered by "cannot say": a person has to. A patient counts as soon as one of the images has the wrong verdict. The limits were
          chosen by conformal risk control (Angelopoulos et al. 2022) and hold for patients drawn as those held out were. On other machines, ages or
          diseases they promise nothing.{(manifest.Classes.Count > 2 ? " With more than two classes the promise is an approximation." : "")}
          """;

    private static string? Counts(ModelManifest manifest, EvaluationReport evaluation) => evaluation.Triage is not { } triage ? null : $"""
        On the held-out images, each judged by limits that were fitted without its patient:

        {Table(
            ["triage", manifest.PositiveClass, $"not {manifest.PositiveClass}", "share of the images", $"{manifest.PositiveClass} among them"],
            triage.Groups.Select(group => new[]
            {
                RiskWords.Verdict(group.Triage), $"{group.Positive}", $"{group.Negative}", RiskWords.Share(group.Share),
                group.Positive + group.Negative == 0 ? "" : RiskWords.Share(group.PositiveShare),
            }))}

        {manifest.PositiveClass} patients with an image ruled out: {RiskWords.Share(triage.Missed)} of {triage.PositivePatients}. Other patients with an image ruled in:
        {RiskWords.Share(triage.FalseRuleIns)} of {triage.NegativePatients}.
        """;

    private static string? Meanings(ModelManifest manifest, Calibration calibration) => calibration.Meanings.Count == 0 ? null : $"""
        What a score has meant: of 100 held-out images with such a score, so many were {manifest.PositiveClass}, with a 95% interval that takes patients, not
        images, as independent. Nothing is said on fewer than {ScoreMeaning.LeastPatients} patients.

        {Table(
            ["score", "images", "patients", $"{manifest.PositiveClass} among 100"],
            calibration.Meanings.Select(range => new[]
            {
                $"{range.From:0.##} to {range.To:0.##}", $"{range.Images}", $"{range.Patients}",
                range.Per100 is { } share ? $"{RiskWords.Of100(share.Value)} ({share.Low:0} to {share.High:0})" : "too few",
            }))}
        """;
}
