namespace Pneumonia.Core.Statistics;

/// <summary>
/// ROC and precision-recall curves as scikit-learn's <c>roc_curve</c> and <c>precision_recall_curve</c> draw them, less the points
/// that a drawing does not need.
/// </summary>
internal static class Curves
{
    /// <summary>Most points of a curve. Figures such as the AUC never come from the thinned curve.</summary>
    public const int MostPoints = 1000;

    /// <summary>From (0,0) to (1,1). Points on a straight line between their neighbours are left out, which changes no area.</summary>
    public static IReadOnlyList<CurvePoint> Roc(ScoredSet set) =>
        Thin(Keep(set.Steps(), OnStraightLine).Select(step => new CurvePoint(
            step.Fp / (double)set.Negatives, step.Tp / (double)set.Positives, step.Score)));

    /// <summary>
    /// By rising recall, from recall 0 with precision 1 (by convention). Of the points with one recall, the first and last stay.
    /// </summary>
    public static IReadOnlyList<CurvePoint> PrecisionRecall(ScoredSet set) =>
        Thin(Keep(set.Steps(), (before, at, after) => before.Tp == at.Tp && at.Tp == after.Tp).Select(step => new CurvePoint(
            step.Tp / (double)set.Positives, step.Score is null ? 1 : step.Tp / (double)(step.Tp + step.Fp), step.Score)));

    private static bool OnStraightLine(ScoredSet.Step before, ScoredSet.Step at, ScoredSet.Step after) =>
        (long)(at.Fp - before.Fp) * (after.Tp - at.Tp) == (long)(after.Fp - at.Fp) * (at.Tp - before.Tp);

    private static IEnumerable<ScoredSet.Step> Keep(
        IReadOnlyList<ScoredSet.Step> steps, Func<ScoredSet.Step, ScoredSet.Step, ScoredSet.Step, bool> drop) =>
        steps.Where((step, i) => i == 0 || i == steps.Count - 1 || !drop(steps[i - 1], step, steps[i + 1]));

    private static CurvePoint[] Thin(IEnumerable<CurvePoint> points)
    {
        var all = points.ToArray();
        return all.Length <= MostPoints
            ? all
            : [.. Enumerable.Range(0, MostPoints).Select(i => all[(int)((long)i * (all.Length - 1) / (MostPoints - 1))])];
    }
}
