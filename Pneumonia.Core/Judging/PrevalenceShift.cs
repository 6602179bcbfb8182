namespace Pneumonia.Core.Judging;

/// <summary>Moves probabilities from one prevalence to another.</summary>
public static class PrevalenceShift
{
    /// <summary>The probability where another share of the patients is positive, but positive and negative ones look as before: the
    /// odds are multiplied by the ratio of the prevalences' odds (Bayes; Saerens et al. 2002, section 2).</summary>
    /// <param name="probability">Probability of being positive, calibrated for <paramref name="from"/>; 0 to 1.</param>
    /// <param name="from">Share of positives that it is calibrated for; more than 0, less than 1.</param>
    /// <param name="to">Share of positives where it shall hold; more than 0, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A prevalence or the probability is out of range.</exception>
    public static double Move(double probability, double from, double to)
    {
        Check(probability is >= 0 and <= 1, probability, nameof(probability));
        Check(from is > 0 and < 1, from, nameof(from));
        Check(to is > 0 and < 1, to, nameof(to));
        var positive = probability * (to / from);
        var negative = (1 - probability) * ((1 - to) / (1 - from));
        return positive / (positive + negative);
    }

    private static void Check(bool holds, double value, string name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "Out of range.");
        }
    }
}
