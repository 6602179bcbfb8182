namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>Where most values lie.</summary>
/// <param name="Low">The 10th percentile.</param>
/// <param name="Median">The 50th.</param>
/// <param name="High">The 90th.</param>
public sealed record Spread(double Low, double Median, double High)
{
    /// <summary>Of values, one or more, in any order.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double At(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return new Spread(At(0.1), At(0.5), At(0.9));
    }

    /// <summary>Of a distribution's 0th, 1st, ... 100th percentile.</summary>
    public static Spread OfPercentiles(IReadOnlyList<double> percentiles) => new(percentiles[10], percentiles[50], percentiles[90]);
}
