namespace Pneumonia.Core.Statistics;

/// <summary>Tails of the standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>The 97.5% quantile: half the width of a 95% interval in standard errors.</summary>
    public const double Quantile975 = 1.959963984540054;

    // Below, the series of erf needs few terms and loses no digits; above, the continued fraction converges fast.
    private const double SeriesEnd = 1.5;
    private const int FractionTerms = 120;

    /// <summary>Probability of a value above <paramref name="z"/>; relative error below 1e-13.</summary>
    public static double UpperTail(double z) => z < 0 ? 1 - UpperTail(-z) : ComplementaryError(z / Math.Sqrt(2)) / 2;

    /// <summary>Two-sided p-value: probability of a value at least as far from 0 as <paramref name="z"/>.</summary>
    public static double TwoSided(double z) => double.IsNaN(z) ? 1 : Math.Min(1, 2 * UpperTail(Math.Abs(z)));

    /// <summary>The value with its 95% interval of <see cref="Quantile975"/> standard errors to each side.</summary>
    /// <param name="value">The point estimate.</param>
    /// <param name="standardError">0 or more.</param>
    internal static Estimate Interval(double value, double standardError) =>
        new(value, value - (Quantile975 * standardError), value + (Quantile975 * standardError));

    /// <summary>erfc for x of 0 and more (Abramowitz and Stegun 1964, 7.1.6 and 7.1.14).</summary>
    private static double ComplementaryError(double x) => x < SeriesEnd ? 1 - ErrorSeries(x) : ErrorFraction(x);

    private static double ErrorSeries(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double ErrorFraction(double x)
    {
        var denominator = x;
        for (var n = FractionTerms; n >= 1; n--)
        {
            denominator = x + (n / 2.0 / denominator);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * denominator);
    }
}
