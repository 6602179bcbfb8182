using System.Numerics.Tensors;

namespace Pneumonia.Core.Saliency;

/// <summary>A network's last convolutional feature map of one image.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Values">[channels, height, width], row-major.</param>
public sealed record FeatureMap(int Channels, int Height, int Width, float[] Values)
{
    /// <summary>Places of one channel.</summary>
    internal int Places => Height * Width;

    /// <summary>One channel, [height, width].</summary>
    internal ReadOnlySpan<float> Channel(int channel) => Values.AsSpan(channel * Places, Places);

    /// <summary>The sum of the channels, each times its weight.</summary>
    internal EvidenceMap Weighted(ReadOnlySpan<float> weights)
    {
        var sum = new float[Places];
        for (var channel = 0; channel < Channels; channel++)
        {
            TensorPrimitives.MultiplyAdd(Channel(channel), weights[channel], sum, sum);
        }

        return new EvidenceMap(Width, Height, sum);
    }
}
