namespace Pneumonia.Core.Graphs;

/// <summary>Makes one convolution of a convolution and the batch normalisation behind it.</summary>
public static class BatchNormFolding
{
    /// <summary>Weights and biases that give what convolution and batch normalisation gave together.</summary>
    /// <param name="weight">The convolution's kernels, output channels first.</param>
    /// <param name="bias">Its biases; empty: none.</param>
    /// <param name="scale">Learned factor of each channel.</param>
    /// <param name="shift">Learned summand of each channel.</param>
    /// <param name="mean">Mean of each channel.</param>
    /// <param name="variance">Variance of each channel.</param>
    /// <param name="epsilon">Added to the variances.</param>
    public static (float[] Weight, float[] Bias) Fold(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift,
        ReadOnlySpan<float> mean, ReadOnlySpan<float> variance, double epsilon = 1e-5)
    {
        var (folded, biases) = (weight.ToArray(), new float[scale.Length]);
        var size = weight.Length / scale.Length;
        for (var channel = 0; channel < scale.Length; channel++)
        {
            var factor = scale[channel] / Math.Sqrt(variance[channel] + epsilon);
            foreach (ref var value in folded.AsSpan(channel * size, size))
            {
                value = (float)(value * factor);
            }

            biases[channel] = (float)((((bias.IsEmpty ? 0 : bias[channel]) - (double)mean[channel]) * factor) + shift[channel]);
        }

        return (folded, biases);
    }
}
