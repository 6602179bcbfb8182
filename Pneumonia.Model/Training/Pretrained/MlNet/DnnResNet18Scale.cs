using Pneumonia.Core.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained.MlNet;

/// <summary>Fits ML.NET's ResNet-18 to our input. It was trained on grey levels from 0 to 255, less a mean image; ours are normalised. The
/// first convolution takes over the factor, and the statistics of its batch norm the difference of the means: the same features, but for a
/// border of three pixels, where zeros around the image stand for another grey.</summary>
internal static class DnnResNet18Scale
{
    private const float White = 255;

    // Of ResNetPreprocess.onnx in the same package: the mean image's means over its pixels, blue, green, red.
    private static readonly float[] s_means = [103.06262f, 115.902885f, 123.151634f];

    /// <summary>Changes the weights so that they expect what <paramref name="preprocessing"/> gives.</summary>
    /// <param name="weights">As <see cref="DnnResNet18File.Read"/> gives them.</param>
    /// <param name="preprocessing">How images become the network's input.</param>
    public static void Fold(Dictionary<string, Tensor> weights, Preprocessing preprocessing)
    {
        var kernels = weights["conv1.weight"];
        var offsets = tensor(s_means.Select(mean => White * preprocessing.Mean - mean).ToArray());
        weights["bn1.running_mean"] -= kernels.sum([2, 3]).matmul(offsets);
        weights["conv1.weight"] = kernels * (White * preprocessing.Std);
    }
}
