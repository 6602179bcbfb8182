using Pneumonia.Core.Imaging;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.CheckFitting;

/// <summary>Takes the means over feature maps along while the network runs for its answer.</summary>
internal sealed class FeatureTaps
{
    private readonly List<float[][]> _depths = [];

    /// <summary>Runs the network up to its last feature map.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="images">[N, channels, height, width], preprocessed.</param>
    /// <returns>The last feature map, as <see cref="Network.Features"/> returns it.</returns>
    public Tensor Run(Network network, Tensor images)
    {
        var features = network.Features(images, Take);
        Take(features);
        return features;
    }

    /// <summary>Features of images at every depth, the shallowest first.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="pixels">[n, 1, height, width], row-major, preprocessed.</param>
    /// <param name="size">The images' size.</param>
    public static IReadOnlyList<float[][]> Read(Network network, float[] pixels, Preprocessing size)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (taps, count) = (new FeatureTaps(), pixels.Length / (size.Height * size.Width));
        taps.Run(network, tensor(pixels, [count, 1, size.Height, size.Width]));
        return [.. Enumerable.Range(0, count).Select(taps.Of)];
    }

    /// <summary>Features of one image at every depth, the shallowest first.</summary>
    public float[][] Of(int image) => [.. _depths.Select(depth => depth[image])];

    private void Take(Tensor map)
    {
        using var scope = NewDisposeScope();
        var means = map.to(ScalarType.Float32).mean([2, 3]);
        _depths.Add([.. Enumerable.Range(0, (int)means.shape[0]).Select(i => means.select(0, i).contiguous().ToArray<float>())]);
    }
}
