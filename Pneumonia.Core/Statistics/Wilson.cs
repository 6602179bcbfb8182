namespace Pneumonia.Core.Statistics;

/// <summary>Wilson's score interval of a proportion (Wilson 1927; Brown, Cai and DasGupta 2001, section 3.1.1).</summary>
public static class Wilson
{
    private const double Z = NormalDistribution.Quantile975;

    /// <summary>A proportion with its 95% interval. Without any trial the value is 0 and the interval 0 to 1.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    public static Estimate Interval(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        return trials == 0 ? new Estimate(0, 0, 1) : Interval(successes / (double)trials, trials);
    }

    /// <summary>A proportion with its 95% interval, where it was counted on more than the trials that are independent.</summary>
    /// <param name="proportion">0 to 1.</param>
    /// <param name="trials">Independent trials, more than 0.</param>
    public static Estimate Interval(double proportion, double trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(proportion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(proportion, 1);
        var denominator = 1 + (Z * Z / trials);
        var centre = (proportion + (Z * Z / (2 * trials))) / denominator;
        var half = Z / denominator * Math.Sqrt((proportion * (1 - proportion) / trials) + (Z * Z / (4.0 * trials * trials)));

        // At 0 and 1 the ends are exact, and rounding must not move them past the value.
        return new Estimate(
            proportion,
            proportion == 0 ? 0 : centre - half,
            proportion == 1 ? 1 : centre + half);
    }
}
