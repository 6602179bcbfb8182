using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Subgroups;

/// <summary>One difference to test: a figure of some images less that of others.</summary>
internal sealed class GapComparison
{
    private readonly ScoredSet _set;
    private readonly bool[] _called;
    private readonly bool[] _own;
    private readonly bool[] _other;

    private GapComparison(ScoredSet set, bool[] called, (string Kind, string Name, string Against) names, GapFigure figure, bool[] own, bool[] other)
    {
        (_set, _called, Kind, Name, Against, Figure) = (set, called, names.Kind, names.Name, names.Against, figure);
        (_own, _other) = figure == GapFigure.Auc ? Faced(own, other) : (own, other);
    }

    public string Kind { get; }

    public string Name { get; }

    public string Against { get; }

    public GapFigure Figure { get; }

    /// <summary>The differences of a kind that have enough images on both sides to be tested.</summary>
    /// <param name="kind">The kind, its groups in the order of the set.</param>
    /// <param name="set">All images.</param>
    /// <param name="called">Whether each is called positive.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="fewest">Fewest images of a class on a side.</param>
    public static IEnumerable<GapComparison> Of(SubgroupKind kind, ScoredSet set, bool[] called, GapFigure figure, int fewest)
    {
        // A group's images of the class that the figure is of; the AUC is of whichever classes the group has.
        bool Counts(int i) => figure == GapFigure.Auc || set.Positive[i] == (figure == GapFigure.Sensitivity);
        bool[] In(Func<string?, bool> belongs) => [.. kind.GroupOf.Select((group, i) => group is not null && belongs(group) && Counts(i))];
        var groups = kind.Groups.Where(name => HasEnough(In(group => group == name))).ToArray();
        if (groups.Length < 2)
        {
            yield break;
        }

        foreach (var name in groups.Length == 2 ? groups[..1] : groups)
        {
            var own = In(group => group == name);
            var other = In(group => group != name && groups.Contains(group));
            bool[] classes = [own.Where((isOwn, i) => isOwn && set.Positive[i]).Any(), own.Where((isOwn, i) => isOwn && !set.Positive[i]).Any()];
            other = [.. other.Select((isOther, i) => isOther && classes[set.Positive[i] ? 0 : 1])];
            if (HasEnough(other))
            {
                yield return new GapComparison(
                    set, called, (kind.Name, name, groups.Length == 2 ? groups[1] : SubgroupGap.Others), figure, own, other);
            }
        }

        bool HasEnough(bool[] images) => Enumerable.Range(0, set.Count).Where(i => images[i]).CountBy(i => set.Positive[i])
            .Select(each => each.Value).DefaultIfEmpty(0).Min() >= fewest;
    }

    /// <summary>The difference where every image counts a whole number of times; NaN where a side is left without a class.</summary>
    public double Compute(ReadOnlySpan<int> weights) => Value(weights, _own) - Value(weights, _other);

    // A side of one class is held against all images of the other class.
    private (bool[] Own, bool[] Other) Faced(bool[] own, bool[] other)
    {
        bool[] Face(bool[] side)
        {
            var positive = side.Where((isIn, i) => isIn && _set.Positive[i]).Any();
            var negative = side.Where((isIn, i) => isIn && !_set.Positive[i]).Any();
            return positive && negative ? side : [.. side.Select((isIn, i) => isIn || _set.Positive[i] != positive)];
        }

        return (Face(own), Face(other));
    }

    private double Value(ReadOnlySpan<int> weights, bool[] side) => Figure == GapFigure.Auc ? Auc(weights, side) : Rate(weights, side);

    private double Rate(ReadOnlySpan<int> weights, bool[] side)
    {
        var (right, all) = (0L, 0L);
        for (var i = 0; i < weights.Length; i++)
        {
            all += side[i] ? weights[i] : 0;
            right += side[i] && _called[i] == _set.Positive[i] ? weights[i] : 0;
        }

        return right / (double)all;
    }

    private double Auc(ReadOnlySpan<int> weights, bool[] side)
    {
        long positives = 0, negatives = 0, tiedPositives = 0, tiedNegatives = 0;
        var pairs = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            tiedPositives += side[i] && _set.Positive[i] ? weights[i] : 0;
            tiedNegatives += side[i] && !_set.Positive[i] ? weights[i] : 0;
            if (i == weights.Length - 1 || _set.Scores[i + 1] != _set.Scores[i])
            {
                pairs += tiedNegatives * (positives + (tiedPositives / 2.0));
                (positives, negatives, tiedPositives, tiedNegatives) = (positives + tiedPositives, negatives + tiedNegatives, 0, 0);
            }
        }

        return pairs / ((double)positives * negatives);
    }
}
