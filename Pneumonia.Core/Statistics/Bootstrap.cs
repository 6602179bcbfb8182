namespace Pneumonia.Core.Statistics;

/// <summary>
/// The percentile bootstrap over patients (Efron and Tibshirani 1993, chapter 13; Field and Welsh 2007 for clusters): as many patients
/// as there are, drawn with replacement, each with all of their images.
/// </summary>
internal static class Bootstrap
{
    /// <summary>Figures of every resample.</summary>
    /// <param name="patientOf">Each image's patient, 0 to <paramref name="patients"/> - 1.</param>
    /// <param name="patients">Patients.</param>
    /// <param name="compute">Figures from how often each image counts. Null, as a class is missing: the resample is drawn again.</param>
    /// <param name="resamples">How many.</param>
    /// <param name="random">Draws the patients.</param>
    public static IReadOnlyList<T> Resample<T>(int[] patientOf, int patients, Func<int[], T?> compute, int resamples, Random random)
        where T : class
    {
        var drawn = new int[patients];
        var weights = new int[patientOf.Length];
        var results = new List<T>(resamples);
        while (results.Count < resamples)
        {
            Array.Clear(drawn);
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[random.Next(drawn.Length)]++;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = drawn[patientOf[i]];
            }

            if (compute(weights) is { } result)
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
