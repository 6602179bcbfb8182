namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>
/// Computes <see cref="MulticlassFigures"/> of a set in which every image counts a whole number of times: with ones it gives the
/// point estimates, with the counts of a resample a bootstrap replicate.
/// </summary>
/// <remarks>F1, balanced accuracy and Cohen's kappa are scikit-learn's; AUC is the Mann-Whitney statistic with ties counted half
/// (Hanley and McNeil 1982), one class against the rest.</remarks>
internal sealed class WeightedMulticlassFigures
{
    private readonly int[] _truth;
    private readonly int[] _called;
    private readonly double[][] _scores;
    private readonly int[][] _order;

    /// <summary>Sorts the images once per class.</summary>
    /// <param name="images">The images.</param>
    /// <param name="called">Index of the class that each was called by.</param>
    /// <param name="classes">Number of classes.</param>
    public WeightedMulticlassFigures(IReadOnlyList<ClassifiedImage> images, int[] called, int classes)
    {
        (_truth, _called) = ([.. images.Select(image => image.Class)], called);
        _scores = [.. Enumerable.Range(0, classes).Select(c => images.Select(image => image.Probabilities[c]).ToArray())];
        _order = [.. _scores.Select(scores => Enumerable.Range(0, scores.Length).OrderBy(i => scores[i]).ToArray())];
    }

    /// <summary>The figures, or null where the weights leave a class without an image.</summary>
    /// <param name="weights">How often each image counts.</param>
    public MulticlassFigures? Compute(ReadOnlySpan<int> weights)
    {
        var confusion = Confusion(weights);
        var classes = confusion.Length;
        double[] actual = [.. confusion.Select(row => (double)row.Sum())];
        double[] called = [.. Enumerable.Range(0, classes).Select(c => (double)confusion.Sum(row => row[c]))];
        if (actual.Contains(0))
        {
            return null;
        }

        var count = actual.Sum();
        var right = Enumerable.Range(0, classes).Sum(c => confusion[c][c]) / count;
        var byChance = actual.Zip(called, (a, b) => a * b).Sum() / (count * count);
        var auc = new double[classes];
        for (var c = 0; c < classes; c++)
        {
            auc[c] = Auc(c, weights);
        }

        return new MulticlassFigures(
            auc,
            F1: [.. Enumerable.Range(0, classes).Select(c => 2 * confusion[c][c] / (actual[c] + called[c]))],
            BalancedAccuracy: Enumerable.Range(0, classes).Average(c => confusion[c][c] / actual[c]),
            Kappa: (right - byChance) / (1 - byChance));
    }

    /// <summary>Weights by true class (rows) and class called (columns).</summary>
    public int[][] Confusion(ReadOnlySpan<int> weights)
    {
        var confusion = Array.ConvertAll(_scores, scores => new int[_scores.Length]);
        for (var i = 0; i < weights.Length; i++)
        {
            confusion[_truth[i]][_called[i]] += weights[i];
        }

        return confusion;
    }

    // Counts the pairs of an image of the class and one of the rest in which the first scores higher, by rising score.
    private double Auc(int one, ReadOnlySpan<int> weights)
    {
        var (scores, order) = (_scores[one], _order[one]);
        long own = 0, rest = 0, tiedOwn = 0, tiedRest = 0;
        var pairs = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            var image = order[i];
            tiedOwn += _truth[image] == one ? weights[image] : 0;
            tiedRest += _truth[image] == one ? 0 : weights[image];
            if (i == order.Length - 1 || scores[order[i + 1]] != scores[image])
            {
                pairs += tiedOwn * (rest + (tiedRest / 2.0));
                (own, rest, tiedOwn, tiedRest) = (own + tiedOwn, rest + tiedRest, 0, 0);
            }
        }

        return pairs / ((double)own * rest);
    }
}
