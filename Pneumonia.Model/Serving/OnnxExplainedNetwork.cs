using Pneumonia.Core.Serving;
using Pneumonia.Model.Explanation;

namespace Pneumonia.Model.Serving;

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
    public Explanation.FeatureMap Features(float[] image) => MapOf(network.Answer(image, withMirrorImages: false)[0]);

    /// <summary>An answer's feature map.</summary>
    public static Explanation.FeatureMap MapOf(OnnxAnswer answer) =>
        new(answer.Features.Channels, answer.Features.Height, answer.Features.Width, answer.Features.Values);
}
