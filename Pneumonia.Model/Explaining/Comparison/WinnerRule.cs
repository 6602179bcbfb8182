namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>Names the best method.</summary>
public static class WinnerRule
{
    private const double MaxRandomized = 0.5;
    private const double MinSeeds = 0.9;
    private const double MinShift = 0.7;

    /// <summary>Two ways to compute the same map differ in the last digits, and must not be ranked by them.</summary>
    private const double Equal = 0.001;

    /// <summary>The rule in words.</summary>
    public static string Text =>
        $"A method is eligible when its map is lost with what the network learned (structural similarity after the last stage of "
        + $"randomisation at most {MaxRandomized:0.0}), two seeds agree (correlation at least {MinSeeds:0.0}), the map follows a small "
        + $"shift of the image (at least {MinShift:0.0}), and its mean rank is better than that of both baselines. The rank is the "
        + "mean of the places by pointing game, energy in the box, deletion and insertion, or by the last two where no boxes are "
        + $"known; figures less than {Equal:0.000} apart are equal. Of the eligible methods the one of the best mean rank wins; of equals the first listed.";

    /// <summary>The winner; null where no method is eligible.</summary>
    public static MethodFigures? Choose(IReadOnlyList<MethodFigures> methods)
    {
        var ranks = MeanRanks(methods);
        var baseline = methods.Where(method => method.IsBaseline).Min(method => (double?)ranks[method]) ?? double.MaxValue;
        return methods.Where(method => !method.IsBaseline && PassesChecks(method) && ranks[method] < baseline)
            .OrderBy(method => ranks[method]).FirstOrDefault();
    }

    /// <summary>Mean place of each method, 1 for one that is best in everything; equals share their mean place.</summary>
    public static IReadOnlyDictionary<MethodFigures, double> MeanRanks(IReadOnlyList<MethodFigures> methods)
    {
        List<Func<MethodFigures, double>> losses = [method => method.Deletion.Value, method => -method.Insertion.Value];
        if (methods.All(method => method is { Pointing: not null, Energy: not null }))
        {
            losses.AddRange([method => -method.Pointing!.Value, method => -method.Energy!.Value]);
        }

        return methods.ToDictionary(method => method, method => losses.Average(loss => Place(methods, loss, loss(method))));
    }

    /// <summary>Whether a method is about the network and the image, and not about its own dice.</summary>
    public static bool PassesChecks(MethodFigures method) =>
        (method.Randomized.Count == 0 || method.Randomized[^1].Value <= MaxRandomized)
        && (method.SeedCorrelation?.Value ?? 1) >= MinSeeds
        && (method.ShiftCorrelation?.Value ?? 1) >= MinShift;

    private static double Place(IReadOnlyList<MethodFigures> methods, Func<MethodFigures, double> loss, double own) =>
        1 + methods.Count(method => loss(method) <= own - Equal) + (methods.Count(method => Math.Abs(loss(method) - own) < Equal) - 1) / 2.0;
}
