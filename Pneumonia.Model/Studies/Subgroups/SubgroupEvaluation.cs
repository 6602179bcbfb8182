using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Studies.Subgroups;

/// <summary>Evaluates groups of images apart: where a model fails, it most often fails some of them.</summary>
internal static class SubgroupEvaluation
{
    /// <summary>Figures of every group. A kind that does not divide the images is left out.</summary>
    /// <param name="kinds">How the images are divided, each in the order of <paramref name="scored"/>.</param>
    /// <param name="scored">What the model says of them.</param>
    /// <param name="ranked">The same images with the scores that the curves are drawn from.</param>
    /// <param name="decision">How the model decides.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static IReadOnlyList<SubgroupReport> Evaluate(
        IReadOnlyList<SubgroupKind> kinds, IReadOnlyList<ScoredImage> scored, IReadOnlyList<ScoredImage> ranked, Decision decision, int seed) =>
    [
        .. from kind in kinds
           where kind.Groups.Count >= 2
           from name in kind.Groups
           select Report(kind.Name, name, Of(kind, name, scored), scored, decision, seed) with
           {
               Scores = HeldOutScores.Of(Of(kind, name, ranked)),
           },
    ];

    private static ScoredImage[] Of(SubgroupKind kind, string name, IReadOnlyList<ScoredImage> images) =>
        [.. images.Where((_, i) => kind.GroupOf[i] == name)];

    private static SubgroupReport Report(
        string kind, string name, ScoredImage[] group, IReadOnlyList<ScoredImage> all, Decision decision, int seed)
    {
        var positives = group.Count(image => image.Positive);
        var opposite = positives == 0 ? all.Where(image => image.Positive)
            : positives == group.Length ? all.Where(image => !image.Positive)
            : [];
        var report = BinaryEvaluation.Evaluate([.. group, .. opposite], new EvaluationOptions
        {
            Data = $"{kind} {name}", PositiveClass = decision.Positive.Name, Threshold = decision.Threshold, Seed = seed,
        });
        return new SubgroupReport(
            kind,
            name,
            group.Length,
            group.Select(image => image.Patient).Distinct().Count(),
            positives,
            positives == 0 ? null : report.Sensitivity,
            positives == group.Length ? null : report.Specificity,
            report.Auc);
    }
}
