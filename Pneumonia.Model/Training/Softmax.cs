namespace Pneumonia.Model.Training;

/// <summary>Probabilities of logits.</summary>
public static class Softmax
{
    /// <summary>exp(logit / temperature), normalised to sum 1; computed in double precision.</summary>
    public static double[] Of(IReadOnlyList<float> logits, double temperature = 1)
    {
        var largest = logits.Max();
        var powers = logits.Select(logit => Math.Exp((logit - largest) / temperature)).ToArray();
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }
}
