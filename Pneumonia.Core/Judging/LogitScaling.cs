namespace Pneumonia.Core.Judging;

/// <summary>Turns logits into probabilities: softmax(logits / temperature + bias), vector scaling with one scale for all classes
/// (Guo et al. 2017, section 4.2). With two classes that is Platt's scaling (Platt 1999) of the difference of the logits.</summary>
/// <param name="Temperature">More than 0.</param>
/// <param name="Bias">One for each class, in the order of the logits; empty: zeros.</param>
public sealed record LogitScaling(double Temperature, IReadOnlyList<double> Bias)
{
    /// <summary>The softmax itself.</summary>
    public static LogitScaling Identity { get; } = new(1, []);

    /// <summary>One probability for each class, summing to 1.</summary>
    /// <param name="logits">One for each class.</param>
    public double[] Probabilities(ReadOnlySpan<float> logits)
    {
        var scaled = Scaled(logits);
        var greatest = scaled.Max();
        var exponentials = Array.ConvertAll(scaled, value => Math.Exp(value - greatest));
        var sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, value => value / sum);
    }

    /// <summary>Negative log-likelihood of a class, natural logarithm; finite even where its probability is too small for a number.</summary>
    /// <param name="logits">One for each class.</param>
    /// <param name="label">Index of the class.</param>
    public double LogLoss(ReadOnlySpan<float> logits, int label)
    {
        var scaled = Scaled(logits);
        var greatest = scaled.Max();
        return greatest + Math.Log(scaled.Sum(value => Math.Exp(value - greatest))) - scaled[label];
    }

    // Less the greatest logit, so that dividing a huge one stays finite.
    private double[] Scaled(ReadOnlySpan<float> logits)
    {
        var greatest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            greatest = Math.Max(greatest, logit);
        }

        var scaled = new double[logits.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = (((double)logits[i] - greatest) / Temperature) + (Bias.Count == 0 ? 0 : Bias[i]);
        }

        return scaled;
    }
}
