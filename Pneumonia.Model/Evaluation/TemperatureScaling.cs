namespace Pneumonia.Model.Evaluation;

/// <summary>One temperature that turns logits into honest probabilities (Guo et al. 2017, section 4.2).</summary>
public static class TemperatureScaling
{
    /// <summary>The least temperature that <see cref="Fit"/> returns.</summary>
    public const double Least = 0.05;

    /// <summary>The greatest temperature that <see cref="Fit"/> returns.</summary>
    public const double Greatest = 20;

    /// <summary>
    /// The temperature of the greatest likelihood, from <see cref="Least"/> to <see cref="Greatest"/>. Where the classes are separated
    /// without an error, the likelihood grows to the end and the least temperature is returned.
    /// </summary>
    /// <param name="logits">Per image, one logit per class.</param>
    /// <param name="labels">Per image, the index of its true class.</param>
    /// <exception cref="UserException">There is no image, or a logit is not finite.</exception>
    /// <exception cref="ArgumentException">The two lists do not fit together.</exception>
    public static double Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        if (logits.Count != labels.Count || logits.Where((row, i) => labels[i] < 0 || labels[i] >= row.Length).Any())
        {
            throw new ArgumentException("Every image needs one label that is an index into its logits.", nameof(labels));
        }

        if (logits.Count == 0)
        {
            throw new UserException("The temperature cannot be fitted, as there is no held-out image.");
        }

        if (logits.Any(row => !row.All(float.IsFinite)))
        {
            throw new UserException("The temperature cannot be fitted, as the network's output is not finite.");
        }

        // The likelihood is concave in 1/T, so its slope changes sign once and halving the interval of log T finds the place.
        var (low, high) = (Math.Log(Least), Math.Log(Greatest));
        if (Slope(Greatest) <= 0)
        {
            return Greatest;
        }

        if (Slope(Least) >= 0)
        {
            return Least;
        }

        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(Math.Exp(middle)) > 0 ? (low, middle) : (middle, high);
        }

        return Math.Exp((low + high) / 2);

        // Derivative of the log-likelihood by 1/T: the true class's logit less the expected one.
        double Slope(double temperature) => logits.Select((row, i) => row[labels[i]] - Expected(row, temperature)).Sum();
    }

    /// <summary>Softmax of the logits divided by the temperature: one probability per class, summing to 1.</summary>
    /// <param name="logits">One logit per class.</param>
    /// <param name="temperature">More than 0.</param>
    public static double[] Probabilities(ReadOnlySpan<float> logits, double temperature)
    {
        var greatest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            greatest = Math.Max(greatest, logit);
        }

        var probabilities = new double[logits.Length];
        var sum = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            sum += probabilities[i] = Math.Exp(((double)logits[i] - greatest) / temperature);
        }

        for (var i = 0; i < logits.Length; i++)
        {
            probabilities[i] /= sum;
        }

        return probabilities;
    }

    private static double Expected(float[] logits, double temperature)
    {
        var probabilities = Probabilities(logits, temperature);
        return logits.Select((logit, i) => logit * probabilities[i]).Sum();
    }
}
