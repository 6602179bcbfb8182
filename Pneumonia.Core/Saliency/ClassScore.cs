using System.Numerics.Tensors;

namespace Pneumonia.Core.Saliency;

/// <summary>A class's score out of the logits.</summary>
internal static class ClassScore
{
    /// <summary>The class's logit against the mean of the others'; with two classes the log-odds before calibration.</summary>
    /// <param name="logits">One for each class.</param>
    /// <param name="classIndex">The class.</param>
    public static float Margin(float[] logits, int classIndex)
    {
        var own = logits[classIndex];
        return own - (TensorPrimitives.Sum(logits) - own) / (logits.Length - 1);
    }

    /// <summary>The class's probability before calibration.</summary>
    /// <inheritdoc cref="Margin"/>
    public static float Probability(float[] logits, int classIndex) => Softmax(logits)[classIndex];

    /// <summary>Exponentials, scaled to a sum of 1.</summary>
    public static float[] Softmax(ReadOnlySpan<float> values)
    {
        // Without the largest taken away the exponentials overflow.
        var shares = new float[values.Length];
        TensorPrimitives.Subtract(values, TensorPrimitives.Max(values), shares);
        TensorPrimitives.Exp(shares, shares);
        TensorPrimitives.Divide(shares, TensorPrimitives.Sum(shares), shares);
        return shares;
    }
}
