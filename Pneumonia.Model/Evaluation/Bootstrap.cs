namespace Pneumonia.Model.Evaluation;

/// <summary>
/// The percentile bootstrap over patients (Efron and Tibshirani 1993, chapter 13; Field and Welsh 2007 for clusters): as many patients
/// as there are, drawn with replacement, each with all of their images.
/// </summary>
internal static class Bootstrap
{
    /// <summary>Figures of every resample. A resample without both classes has no AUC and is drawn again.</summary>
    public static IReadOnlyList<Figures> Resample(ScoredSet set, WeightedFigures figures, int resamples, Random random)
    {
        var drawn = new int[set.Patients];
        var weights = new int[set.Count];
        var results = new List<Figures>(resamples);
        while (results.Count < resamples)
        {
            Array.Clear(drawn);
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[random.Next(drawn.Length)]++;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = drawn[set.Patient[i]];
            }

            if (figures.Compute(weights) is { } result)
            {
                results.Add(result);
            }
        }

        return results;
    }

    /// <summary>
    /// The 2.5% and 97.5% percentiles, widened to hold the value itself: resampling biases ECE upwards, and a figure outside of its
    /// own interval would help nobody.
    /// </summary>
    public static Estimate Interval(double value, IEnumerable<double> replicates)
    {
        double[] sorted = [.. replicates.Order()];
        return new Estimate(value, Math.Min(value, Percentile(sorted, 0.025)), Math.Max(value, Percentile(sorted, 0.975)));
    }

    /// <summary>Linear between neighbours, as numpy's default.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
