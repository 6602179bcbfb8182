namespace Pneumonia.Core.Statistics;

/// <summary>Holm's step-down correction for several tests (Holm 1979).</summary>
internal static class Holm
{
    /// <summary>Adjusted p-values, in the order given: with each below a level, all tests together err no more often than that.</summary>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var least = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, values.Count).OrderBy(i => values[i]).Index())
        {
            least = Math.Max(least, Math.Min(1, values[index] * (values.Count - rank)));
            adjusted[index] = least;
        }

        return adjusted;
    }
}
