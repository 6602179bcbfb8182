namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>The population stability index of a sample against a reference: the sum of (a - e) ln(a / e) over bins that each hold about a
/// tenth of the reference, where a is the sample's share and e the reference's.</summary>
/// <param name="Index">The index; 0 for equal shares.</param>
/// <param name="Limit">From where on it is taken as a move: 0.25, the customary mark of a major shift, but never less than what chance
/// alone exceeds once in a thousand times with so few values (Yurdakul 2018: the index is distributed as chi-square times
/// 1/n + 1/m).</param>
public sealed record PopulationStability(double Index, double Limit)
{
    private const double MajorShift = 0.25;
    private const int Bins = 10;

    // Half an image more in every bin: an empty one must not make the index infinite.
    private const double Half = 0.5;

    // The 99.9% quantile of the normal distribution.
    private const double OnceInAThousand = 3.0902;

    /// <summary>Whether the sample is distributed otherwise.</summary>
    public bool HasMoved => Index >= Limit;

    /// <summary>Compares.</summary>
    /// <param name="percentiles">The reference's 0th, 1st, ... 100th percentile.</param>
    /// <param name="reference">Images of the reference.</param>
    /// <param name="sample">Values, one or more.</param>
    public static PopulationStability Of(IReadOnlyList<double> percentiles, int reference, IReadOnlyCollection<double> sample)
    {
        var last = percentiles.Count - 1;

        // Percentiles are equal where many images share a value; those make one bin.
        double[] edges = [.. Enumerable.Range(1, Bins - 1).Select(i => percentiles[i * last / Bins]).Distinct()];
        double[] upTo = [0, .. edges.Select(edge => (percentiles.Count(value => value <= edge) - 1) / (double)last), 1];
        var counts = new int[edges.Length + 1];
        foreach (var value in sample)
        {
            counts[edges.Count(edge => edge < value)]++;
        }

        var index = counts.Select((count, bin) =>
        {
            var actual = (count + Half) / (sample.Count + (Half * counts.Length));
            var expected = ((reference * (upTo[bin + 1] - upTo[bin])) + Half) / (reference + (Half * counts.Length));
            return (actual - expected) * Math.Log(actual / expected);
        }).Sum();
        return new PopulationStability(
            index, Math.Max(MajorShift, ChiSquareQuantile(counts.Length - 1) * ((1.0 / sample.Count) + (1.0 / reference))));
    }

    // Wilson and Hilferty 1931.
    private static double ChiSquareQuantile(int degrees)
    {
        var spread = 2 / (9.0 * Math.Max(1, degrees));
        return degrees * Math.Pow(1 - spread + (OnceInAThousand * Math.Sqrt(spread)), 3);
    }
}
