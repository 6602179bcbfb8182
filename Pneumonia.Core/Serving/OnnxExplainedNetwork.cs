using Pneumonia.Core.Saliency;

namespace Pneumonia.Core.Serving;

/// <summary>A model's network, as explanation methods see it.</summary>
/// <param name="name">Name of the architecture.</param>
/// <param name="network">The network.</param>
internal sealed class OnnxExplainedNetwork(string name, OnnxNetwork network) : IExplainedNetwork
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int Height => network.Height;

    /// <inheritdoc/>
    public int Width => network.Width;

    /// <inheritdoc/>
    public IReadOnlyList<float[]>? ClassWeights => network.ClassWeights;

    /// <inheritdoc/>
    public float[][] Logits(float[] images, int count) => network.Logits(images.AsMemory(0, count * Height * Width));

    /// <inheritdoc/>
    public FeatureMap Features(float[] image) => network.Answer(image, withMirrorImages: false)[0].Features;
}
