using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Training.Pretrained.MlNet;
using Pneumonia.Model.Training.Pretrained.Names;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained;

/// <summary>Takes over weights that another training has made: ImageNet's in torchvision's or timm's naming, or a model of our
/// own.</summary>
/// <remarks>
/// A first convolution made for colour is adapted to grey by summing over its input channels. That is exact for a grey image
/// repeated three times if the input is normalised as in the other training; ImageNet's weights expect that of each channel by
/// itself (means 0.485, 0.456, 0.406; standard deviations 0.229, 0.224, 0.225), so with one mean and deviation for grey the first
/// layer begins a little off, and fine-tuning mends it. ML.NET's ResNet-18, whose input is of quite another scale, is fitted to ours.
/// </remarks>
internal static class PretrainedWeights
{
    /// <summary>Copies every tensor whose name and shape fit, and says which do not.</summary>
    /// <param name="weights">A safetensors file, a model zip, a TensorFlow.js model's <c>model.json</c>, ML.NET's <c>ResNet18.onnx</c>, or
    /// <see cref="DnnResNet18Package.Name"/>.</param>
    /// <param name="network">Filled in place; what finds no weights keeps its random ones.</param>
    /// <param name="log">Hears what was not taken over.</param>
    /// <param name="preprocessing">How images become the network's input, where the weights can be fitted to it; null: they stay as they are.</param>
    /// <exception cref="UserException">The file cannot be read, or is another network's.</exception>
    public static void Load(string weights, Network network, Action<string> log, Preprocessing? preprocessing = null)
    {
        var path = DnnResNet18Package.Locate(weights);
        using var scope = NewDisposeScope();
        var names = WeightNames.Of(network.Name);
        var source = WeightFile.Read(path, names, preprocessing);
        var transfer = WeightTransfer.Plan(source, network, names);
        if (!transfer.IsPlausible)
        {
            throw new UserException(
                $"{path}: the weights are not those of {network.Name}: {transfer.Fitting.Count} of its {transfer.Wanted} tensors "
                + $"find theirs, and {transfer.Unused.Count} of the file's {source.Count} are of no use.");
        }

        transfer.Copy();
        log($"weights: {transfer.Fitting.Count} of {transfer.Wanted} tensors taken over from {Path.GetFileName(path)}");
        Report("not in the file, and random", transfer.Missing);
        Report("of another shape in the file, and random", transfer.Misshapen);
        Report("in the file, but not in the network", transfer.Unused);
        Report("of layers after the last one here, and unused", transfer.Beyond);

        void Report(string what, IReadOnlyList<string> names)
        {
            const int shown = 8;
            if (names.Count > 0)
            {
                var others = names.Count > shown ? $" and {names.Count - shown} more" : "";
                log($"weights {what}: {string.Join(", ", names.Take(shown))}{others}");
            }
        }
    }
}
