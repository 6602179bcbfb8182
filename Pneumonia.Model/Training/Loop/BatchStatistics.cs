using Pneumonia.Core.Recipes;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Training.Inputs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Estimates the means and variances of batch normalisation anew, for averaged weights that no training step has gone through
/// (Izmailov et al. 2018, "Averaging weights leads to wider optima and better generalization", section 3.2; PyTorch's
/// <c>update_bn</c>).</summary>
internal static class BatchStatistics
{
    /// <summary>Batches that the statistics are the mean over.</summary>
    private const int Batches = 64;

    /// <summary>Replaces a network's statistics by those of training images, changed at random as in training. The weights stay.</summary>
    /// <param name="network">In evaluation mode afterwards.</param>
    /// <param name="inputs">What it was trained on.</param>
    /// <param name="options">Batch size, precision and seed.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    public static void Estimate(
        Network network, ITrainingInputs inputs, ImageClassificationOptions options, CancellationToken cancellation)
    {
        // The noise of augmentation comes from the first, all else from the second: packed again, the model is the same.
        manual_seed(options.Seed);
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, inputs.Labels.Count).ToArray();
        random.Shuffle(order);
        var layers = network.modules().OfType<BatchNorm2d>().ToArray();
        var momenta = Array.ConvertAll(layers, layer => layer.momentum);
        Array.ForEach(layers, layer => layer.reset_running_stats());
        network.train();
        var operations = new TorchOperations(options.UsesBFloat16());
        using var gradients = no_grad();
        var size = Math.Min(options.BatchSize, order.Length);
        for (var first = 0; first + size <= order.Length && first < Batches * size; first += size)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var images = inputs.Batch(order.AsSpan(first, size), random);
            // The mean over all batches so far.
            Array.ForEach(layers, layer => layer.momentum = 1.0 / (first / size + 1));
            network.Features(operations, images);
        }

        foreach (var (layer, momentum) in layers.Zip(momenta))
        {
            layer.momentum = momentum;
        }

        network.eval();
    }
}
