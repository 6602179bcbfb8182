using Pneumonia.Model.Data;
using Pneumonia.Model.Serving;

namespace Pneumonia.Model.Evaluation.Subgroups;

/// <summary>Evaluates groups of images apart: where a model fails, it most often fails some of them.</summary>
internal static class SubgroupEvaluation
{
    /// <summary>Figures by acquisition, cause and image size. A kind that does not divide the images is left out.</summary>
    /// <param name="images">The files, in the order of <paramref name="scored"/>.</param>
    /// <param name="scored">What the model says of them.</param>
    /// <param name="ranked">The same images with the scores that the curves are drawn from.</param>
    /// <param name="decision">How the model decides.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static IReadOnlyList<SubgroupReport> Evaluate(
        IReadOnlyList<XRay> images, IReadOnlyList<ScoredImage> scored, IReadOnlyList<ScoredImage> ranked, Decision decision, int seed) =>
    [
        .. Groups("acquisition", [.. images.Select(image => image.Acquisition)], scored, ranked, decision, seed),
        .. Groups("cause", [.. images.Select(image => image.Cause)], scored, ranked, decision, seed),
        .. Groups("image size", ImageSizes.Classes(images), scored, ranked, decision, seed),
    ];

    private static IEnumerable<SubgroupReport> Groups(
        string kind, IReadOnlyList<string?> names, IReadOnlyList<ScoredImage> scored, IReadOnlyList<ScoredImage> ranked,
        Decision decision, int seed)
    {
        var groups = Enumerable.Range(0, scored.Count).Where(i => names[i] is not null)
            .GroupBy(i => names[i]!)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        return groups.Length < 2 ? [] : groups.Select(group => Report(
            kind, group.Key, [.. group.Select(i => scored[i])], scored, decision, seed) with
        {
            Scores = HeldOutScores.Of([.. group.Select(i => ranked[i])]),
        });
    }

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
