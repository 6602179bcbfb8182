using Pneumonia.Core.Saliency;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explaining;

/// <summary>A network of grey images, run by torch. Its own gradients are left alone.</summary>
/// <param name="network">In evaluation mode, on the CPU.</param>
/// <param name="height">Rows of its input.</param>
/// <param name="width">Columns of its input.</param>
public sealed class TorchExplainedNetwork(Network network, int height, int width) : IGradientNetwork
{
    /// <inheritdoc/>
    public string Name => network.Name;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public IReadOnlyList<float[]>? ClassWeights => network.EndsInGlobalAveragePooling ? Rows(network.Classifier.weight) : null;

    /// <inheritdoc/>
    public float[][] Logits(float[] images, int count)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        return Rows(network.forward(Images(images, count)));
    }

    /// <inheritdoc/>
    public FeatureMap Features(float[] image)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        return Features(network.Features(Images(image, 1)));
    }

    /// <summary>A feature map of one image.</summary>
    /// <param name="features">[1, channels, h, w], as <see cref="Network.Features(Tensor, Action{Tensor})"/> returns it.</param>
    public static FeatureMap Features(Tensor features) =>
        new((int)features.shape[1], (int)features.shape[2], (int)features.shape[3], features.ToArray<float>());

    /// <inheritdoc/>
    public float[] FeatureGradient(FeatureMap features, int classIndex)
    {
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        var map = tensor(features.Values, [1, features.Channels, features.Height, features.Width]).requires_grad_();
        var score = Margin(network.Classify(network.Bottleneck(map)), classIndex);
        return autograd.grad([score], [map])[0]!.ToArray<float>();
    }

    /// <inheritdoc/>
    public float[] ImageGradient(float[] images, int count, int classIndex)
    {
        using var scope = NewDisposeScope();
        using var recording = enable_grad();
        var inputs = Images(images, count).requires_grad_();
        var score = Margin(network.forward(inputs), classIndex);
        return autograd.grad([score], [inputs])[0]!.ToArray<float>();
    }

    private static float[][] Rows(Tensor matrix) => [.. matrix.ToArray<float>().Chunk((int)matrix.shape[1])];

    private static Tensor Margin(Tensor logits, int classIndex)
    {
        var own = logits.select(1, classIndex);
        return (own - (logits.sum(1) - own) / (logits.shape[1] - 1)).sum();
    }

    private Tensor Images(float[] images, int count) => tensor(images, [count, 1, height, width]);
}
