namespace Pneumonia.Model.Evaluation;

/// <summary>Fits temperature and biases on held-out images by likelihood (Guo et al. 2017, section 4.2).</summary>
public static class LogitScalingFit
{
    /// <summary>The least temperature that is returned.</summary>
    public const double LeastTemperature = 0.05;

    /// <summary>The greatest temperature that is returned.</summary>
    public const double GreatestTemperature = 20;

    /// <summary>
    /// The scaling of the greatest likelihood, its temperature between <see cref="LeastTemperature"/> and
    /// <see cref="GreatestTemperature"/>, its biases summing to 0. Where the classes are separated without an error, the likelihood
    /// grows to the end and the least temperature is returned.
    /// </summary>
    /// <param name="logits">Per image, one logit per class.</param>
    /// <param name="labels">Per image, the index of its true class.</param>
    /// <exception cref="UserException">There is no image of a class, or a logit is not finite.</exception>
    /// <exception cref="ArgumentException">The two lists do not fit together.</exception>
    public static LogitScaling Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        Check(logits, labels);
        var biases = new BiasFit(logits, labels);

        // The likelihood is jointly concave in 1/T and the biases. Its greatest value over the biases is therefore concave in 1/T, so
        // that its slope changes sign once, and halving the interval of log T finds the place.
        var temperature = Bisect(Slope);
        biases.MoveTo(temperature);
        return new LogitScaling(temperature, biases.Centred);

        // Derivative by 1/T: the true class's logit less the expected one. The biases are at their best, so they add nothing.
        double Slope(double temperature)
        {
            biases.MoveTo(temperature);
            return logits.Select((row, i) => row[labels[i]] - Expected(row, biases.At(temperature))).Sum();
        }
    }

    private static double Bisect(Func<double, double> slope)
    {
        if (slope(GreatestTemperature) <= 0)
        {
            return GreatestTemperature;
        }

        if (slope(LeastTemperature) >= 0)
        {
            return LeastTemperature;
        }

        var (low, high) = (Math.Log(LeastTemperature), Math.Log(GreatestTemperature));
        for (var i = 0; i < 50; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = slope(Math.Exp(middle)) > 0 ? (low, middle) : (middle, high);
        }

        return Math.Exp((low + high) / 2);
    }

    private static double Expected(float[] logits, LogitScaling scaling)
    {
        var probabilities = scaling.Probabilities(logits);
        return logits.Select((logit, i) => logit * probabilities[i]).Sum();
    }

    private static void Check(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        if (logits.Count != labels.Count || logits.Where((row, i) => labels[i] < 0 || labels[i] >= row.Length).Any())
        {
            throw new ArgumentException("Every image needs one label that is an index into its logits.", nameof(labels));
        }

        if (logits.Count == 0 || labels.Distinct().Count() < logits[0].Length)
        {
            throw new UserException("The probabilities cannot be calibrated, as there is no held-out image of a class.");
        }

        if (logits.Any(row => !row.All(float.IsFinite)))
        {
            throw new UserException("The probabilities cannot be calibrated, as the network's output is not finite.");
        }
    }
}
