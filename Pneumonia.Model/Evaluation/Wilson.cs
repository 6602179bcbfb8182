namespace Pneumonia.Model.Evaluation;

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
        if (trials == 0)
        {
            return new Estimate(0, 0, 1);
        }

        var proportion = successes / (double)trials;
        var denominator = 1 + (Z * Z / trials);
        var centre = (proportion + (Z * Z / (2 * trials))) / denominator;
        var half = Z / denominator * Math.Sqrt((proportion * (1 - proportion) / trials) + (Z * Z / (4.0 * trials * trials)));

        // At 0 and 1 the ends are exact, and rounding must not move them past the value.
        return new Estimate(
            proportion,
            successes == 0 ? 0 : centre - half,
            successes == trials ? 1 : centre + half);
    }
}
