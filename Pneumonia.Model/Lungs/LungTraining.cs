using System.Diagnostics;
using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Networks.Segmentation;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Loop;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Lungs;

/// <summary>Trains one network, and goes on where it was stopped.</summary>
/// <param name="options">How.</param>
/// <param name="examples">Images and masks, those held out among them.</param>
/// <param name="workspace">Folder of checkpoints.</param>
/// <param name="report">Hears of the progress.</param>
/// <param name="log">Hears what a person should know.</param>
internal sealed class LungTraining(
    LungOptions options, LungExamples examples, string workspace, Action<LungProgress>? report, Action<string> log)
{
    private readonly TorchOperations _operations = new(options.Optimiser.UsesBFloat16());

    /// <summary>Trains from the last full epoch to the last.</summary>
    /// <param name="phase">Which network; its checkpoint is called so.</param>
    /// <param name="learned">Indices of the examples to learn from.</param>
    /// <param name="heldOut">Indices of the examples to judge by after each epoch.</param>
    /// <param name="epochs">Epochs.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The network, in evaluation mode; the caller's to dispose of.</returns>
    public UNet Run(LungPhase phase, int[] learned, int[] heldOut, int epochs, CancellationToken cancellation)
    {
        var batch = Math.Min(options.BatchSize, learned.Length);
        var steps = learned.Length / batch;
        manual_seed(options.Seed + (int)phase);
        var network = new UNet([.. options.Channels]);
        ChannelsLast.Apply(network);
        using var optimizer = new TrainingOptimizer(options.Optimiser, [.. network.parameters()], (long)steps * epochs);
        var checkpoint = new LungCheckpoint(
            Path.Combine(workspace, $"lungs-{phase.ToString().ToLowerInvariant()}.safetensors"), Recipe(learned, epochs), network, optimizer);
        var state = checkpoint.Load(log) ?? new LungState(0, 0, []);
        if (state.Epoch > 0)
        {
            log($"going on after epoch {state.Epoch} of {epochs}");
        }

        while (state.Epoch < epochs)
        {
            var clock = Stopwatch.StartNew();
            var loss = Epoch(network, optimizer, state, learned, batch, Tell, cancellation);
            var dice = Dices(network, heldOut, cancellation).Average();
            state = new LungState(state.Epoch + 1, state.Step + steps, [.. state.Dice, dice]);
            checkpoint.Save(state);
            Tell(steps * batch, loss, dice);

            void Tell(int done, double mean, double? heldOutDice) => report?.Invoke(new(phase, done, steps * batch)
            {
                Epoch = heldOutDice is null ? state.Epoch + 1 : state.Epoch, Epochs = epochs, Loss = mean, Dice = heldOutDice,
                ImagesPerSecond = done / clock.Elapsed.TotalSeconds,
            });
        }

        network.eval();
        return network;
    }

    /// <summary>Which pixels of images a network takes for lung, image by image.</summary>
    public IEnumerable<bool[]> Predict(UNet network, int[] indices, CancellationToken cancellation)
    {
        network.eval();
        foreach (var chunk in indices.Chunk(options.BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var predicted in Chunk(chunk).Chunk(examples.Side * examples.Side))
            {
                yield return Array.ConvertAll(predicted, logit => logit > 0);
            }
        }

        float[] Chunk(int[] chunk)
        {
            using var scope = NewDisposeScope();
            using var gradients = no_grad();
            var images = LungBatch.Standardised(LungBatch.Of(examples.All, chunk, examples.Side, example => example.Pixels));
            return _operations.Run(network, images).to(ScalarType.Float32).contiguous().ToArray<float>();
        }
    }

    /// <summary>Dice coefficients of a network's predictions and the masks.</summary>
    public double[] Dices(UNet network, int[] indices, CancellationToken cancellation) =>
        [.. Predict(network, indices, cancellation).Select((predicted, i) => Dice.Of(predicted, examples.All[indices[i]].Mask))];

    private double Epoch(
        UNet network, TrainingOptimizer optimizer, LungState state, int[] learned, int batch, Action<int, double, double?> tell,
        CancellationToken cancellation)
    {
        var seed = EpochSeed.Of(options.Seed, state.Epoch);
        manual_seed(seed);
        var random = new Random(seed);
        var order = EpochOrder.Draw(learned.Length, null, random);
        network.train();
        var sum = 0.0;
        for (var first = 0; first + batch <= order.Length; first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var indices = Array.ConvertAll(order[first..(first + batch)], place => learned[place]);
            var loss = Step(network, optimizer, indices, random, state.Step + (first / batch));
            if (!double.IsFinite(loss))
            {
                throw new TrainingDivergedException(state.Epoch + 1);
            }

            sum += loss * batch;
            tell(first + batch, sum / (first + batch), null);
        }

        return sum / (order.Length / batch * batch);
    }

    private double Step(UNet network, TrainingOptimizer optimizer, int[] indices, Random random, long step)
    {
        using var scope = NewDisposeScope();
        var (images, masks) = LungAugmentation.Apply(
            LungBatch.Of(examples.All, indices, examples.Side, example => example.Pixels),
            LungBatch.Of(examples.All, indices, examples.Side, example => example.Mask), random);
        var logits = _operations.Run(network, LungBatch.Standardised(images)).to(ScalarType.Float32);
        var loss = Loss(logits, masks);
        optimizer.Step(loss, step);
        return loss.item<float>();
    }

    // Cross-entropy of the pixels, and one less a Dice coefficient of probabilities (Milletari et al. 2016, "V-Net", section 3).
    private static Tensor Loss(Tensor logits, Tensor masks)
    {
        long[] pixels = [1, 2, 3];
        var lungs = logits.sigmoid();
        var dice = ((lungs * masks).sum(pixels) * 2 + 1) / ((lungs + masks).sum(pixels) + 1);
        return functional.binary_cross_entropy_with_logits(logits, masks) + 1 - dice.mean();
    }

    private string Recipe(int[] learned, int epochs) => JsonSerializer.Serialize(
        new
        {
            options = options with { Epochs = 0, CheckEpochs = 0, LeastDice = 0 }, epochs,
            images = ContentHashes.Of(learned.Select(index => examples.All[index].Hash)), pictures = RadiographDecoder.PictureVersion,
        },
        ModelJson.Options);
}
