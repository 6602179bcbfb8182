namespace Pneumonia.Core.Graphs;

/// <summary>Makes one convolution of a convolution and the batch normalisation behind it.</summary>
public static class BatchNormFolding
{
    /// <summary>What the convolution's kernels are to be multiplied by, and its biases then, so that it gives what both gave
    /// together.</summary>
    /// <param name="bias">The convolution's biases; empty: none.</param>
    /// <param name="scale">Learned factor of each channel.</param>
    /// <param name="shift">Learned summand of each channel.</param>
    /// <param name="mean">Mean of each channel.</param>
    /// <param name="variance">Variance of each channel.</param>
    /// <param name="epsilon">Added to the variances.</param>
    /// <returns>One number an output channel, each.</returns>
    public static (float[] Factor, float[] Bias) Fold(
        ReadOnlySpan<float> bias, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, ReadOnlySpan<float> mean, ReadOnlySpan<float> variance,
        double epsilon = 1e-5)
    {
        var (factors, biases) = (new float[scale.Length], new float[scale.Length]);
        for (var channel = 0; channel < scale.Length; channel++)
        {
            var factor = scale[channel] / Math.Sqrt(variance[channel] + epsilon);
            factors[channel] = (float)factor;
            biases[channel] = (float)((((bias.IsEmpty ? 0 : bias[channel]) - (double)mean[channel]) * factor) + shift[channel]);
        }

        return (factors, biases);
    }
}
