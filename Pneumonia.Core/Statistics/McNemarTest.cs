namespace Pneumonia.Core.Statistics;

/// <summary>McNemar's test (1947) of two models' verdicts on the same images, which are taken as independent: several images of a
/// patient make it too sure.</summary>
/// <param name="FirstOnly">Images that only the first model decides rightly.</param>
/// <param name="SecondOnly">Images that only the second model decides rightly.</param>
/// <param name="ExactP">Two-sided p-value of the binomial distribution, 0 to 1.</param>
/// <param name="ChiSquare">Statistic with the continuity correction of Edwards (1948); 0 without a disagreement.</param>
/// <param name="CorrectedP">Its p-value, one degree of freedom, 0 to 1. For large numbers of disagreements.</param>
public sealed record McNemarTest(int FirstOnly, int SecondOnly, double ExactP, double ChiSquare, double CorrectedP)
{
    /// <summary>Makes the test.</summary>
    /// <param name="firstOnly">Images that only the first model decides rightly, 0 or more.</param>
    /// <param name="secondOnly">Images that only the second model decides rightly, 0 or more.</param>
    public static McNemarTest Of(int firstOnly, int secondOnly)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(secondOnly);
        var (difference, sum) = (Math.Abs(firstOnly - secondOnly), firstOnly + secondOnly);
        var corrected = Math.Max(0.0, difference - 1);
        var square = sum == 0 ? 0 : corrected * corrected / sum;
        return new McNemarTest(
            firstOnly, secondOnly, Math.Min(1, 2 * BinomialTail(Math.Min(firstOnly, secondOnly), sum)),
            square, NormalDistribution.TwoSided(Math.Sqrt(square)));
    }

    // Probability of at most so many heads; by logarithms, as 2 to the power of -1100 is no number.
    private static double BinomialTail(int most, int throws)
    {
        var (logTerm, sum) = (-throws * Math.Log(2), 0.0);
        for (var heads = 0; heads <= most; heads++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log((throws - heads) / (heads + 1.0));
        }

        return sum;
    }
}
