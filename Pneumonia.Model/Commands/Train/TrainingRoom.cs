using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Commands.Train;

/// <summary>The room that a training needs on disk.</summary>
internal static class TrainingRoom
{
    // Weights, their average and the best of it; and what the optimiser remembers of each weight, Adam and AdamW two numbers, Sgd one.
    private const int NetworksOfCheckpoint = 3;

    // In 16 bits, once as safetensors and once as ONNX.
    private const int ZipBytesOfWeight = 4;

    private const long Rest = 8_000_000;

    /// <summary>Checks that zip and checkpoints can be written, before anything is read.</summary>
    /// <param name="options">The training.</param>
    /// <param name="zip">The zip to come.</param>
    /// <param name="classes">Classes.</param>
    /// <exception cref="Pneumonia.Core.UserException">They cannot.</exception>
    public static void Verify(ImageClassificationOptions options, string zip, int classes)
    {
        var (checkpoint, model) = BytesOf(options, classes);
        var (zipFolder, workspace) = (Path.GetDirectoryName(Path.GetFullPath(zip))!, Path.GetFullPath(options.WorkspacePath!));
        OutputProbe.Verify($"--output {zip}", zipFolder, model);
        OutputProbe.Verify($"--workspace {options.WorkspacePath}", workspace, checkpoint);
    }

    /// <summary>Bytes of the checkpoints and of the zip. A checkpoint is written beside the one before, which it then replaces.</summary>
    public static (long Checkpoints, long Zip) BytesOf(ImageClassificationOptions options, int classes)
    {
        using var network = NetworkFactory.Create(options.Arch, new NetworkOptions(classes, InputChannels: 1, options.Network.Dropout, options.Network.Preprocessing.Views));
        var all = network.state_dict().Values.Sum(tensor => tensor.numel());
        var learned = options.Network.Backbone == BackboneMode.Frozen
            ? network.Classifier.parameters().Sum(tensor => tensor.numel())
            : network.parameters().Sum(tensor => tensor.numel());
        var remembered = options.Optimisation.Optimizer == OptimizerKind.Sgd ? 1 : 2;
        var checkpoint = sizeof(float) * ((NetworksOfCheckpoint * all) + (remembered * learned));
        return (((options.Optimisation.Members + 1) * checkpoint) + Rest, (ZipBytesOfWeight * all) + Rest);
    }
}
