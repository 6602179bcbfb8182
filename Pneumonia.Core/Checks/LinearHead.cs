namespace Pneumonia.Core.Checks;

/// <summary>A linear softmax classifier of feature vectors.</summary>
/// <param name="Classes">Names of its classes, one for each row of the weights.</param>
/// <param name="Weights">[classes, features].</param>
/// <param name="Bias">One for each class.</param>
public sealed record LinearHead(IReadOnlyList<string> Classes, FloatMatrix Weights, IReadOnlyList<double> Bias)
{
    /// <summary>Whether its parts fit together.</summary>
    internal bool IsSound => Classes.Count >= 2 && Weights.IsSound && Weights.Rows == Classes.Count && Bias.Count == Classes.Count
        && Bias.All(double.IsFinite);

    /// <summary>Probability of every class.</summary>
    /// <param name="features">As many as the weights have columns.</param>
    public double[] Probabilities(ReadOnlySpan<float> features)
    {
        var logits = Weights.Times(features);
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        for (var i = 0; i < logits.Length; i++)
        {
            logits[i] += Bias[i];
            largest = Math.Max(largest, logits[i]);
        }

        for (var i = 0; i < logits.Length; i++)
        {
            sum += logits[i] = Math.Exp(logits[i] - largest);
        }

        return Array.ConvertAll(logits, value => value / sum);
    }

    /// <summary>The likeliest class and the probability of one of them.</summary>
    /// <param name="features">As many as the weights have columns.</param>
    /// <param name="of">Name of the class whose probability is asked for.</param>
    public (string Likeliest, double Probability) Judge(ReadOnlySpan<float> features, string of)
    {
        var probabilities = Probabilities(features);
        var likeliest = Array.IndexOf(probabilities, probabilities.Max());
        return (Classes[likeliest], Classes.Index().Where(item => item.Item == of).Sum(item => probabilities[item.Index]));
    }
}
