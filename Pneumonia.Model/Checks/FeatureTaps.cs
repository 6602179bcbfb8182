using Pneumonia.Model.Imaging;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Checks;

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

    /// <summary>Features that a network gives at every depth.</summary>
    public static IEnumerable<int> Counts(Network network, Preprocessing size)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var taps = new FeatureTaps();
        taps.Run(network, zeros([1, 1, size.Height, size.Width]));
        return taps.Of(0).Select(depth => depth.Length);
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
