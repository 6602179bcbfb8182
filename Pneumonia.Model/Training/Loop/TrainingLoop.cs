using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Training.Augmentation;
using Pneumonia.Model.Training.Inputs;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>The epochs of a training: steps, evaluation, best epoch, checkpoint.</summary>
/// <param name="options">The trainer's options.</param>
/// <param name="member">Which member, from 0: each has an order and random changes of its own.</param>
/// <param name="network">Trained in place.</param>
/// <param name="average">Same shape as <paramref name="network"/>; holds the weights that are evaluated, and the best of them
/// at the end.</param>
/// <param name="bottleneck">Inputs to pooled features, by the network given.</param>
/// <param name="drawn">How often each example is drawn (see <see cref="EpochOrder"/>); null: once an epoch.</param>
/// <param name="auxiliary">Trained beside the network; null: nothing is.</param>
/// <param name="time">Clock for the images per second.</param>
internal sealed class TrainingLoop(
    ImageClassificationOptions options, int member, Network network, Network average, Func<TorchOperations, Network, Tensor, Tensor> bottleneck,
    IReadOnlyList<double>? drawn, AuxiliaryHead? auxiliary, TimeProvider time)
{
    private readonly TorchOperations _operations = new(options.UsesBFloat16());

    /// <summary>Trains from <paramref name="state"/> to the last epoch, or until the early stopping says so.</summary>
    /// <exception cref="TrainingDivergedException">The loss or a held-out score is no number any more.</exception>
    public TrainingState Run(
        TrainingState state, ITrainingInputs training, ITrainingInputs heldOut, Checkpoint checkpoint, TrainingOptimizer optimizer,
        CancellationToken cancellation)
    {
        var progress = new TrainingProgress(options, member, training.Labels.Count, state, time);
        using var scope = NewDisposeScope();
        var weights = tensor(ClassWeights.Of(options.Data.ClassWeights, training.Labels, checkpoint.Classes)).to(network.Classifier.weight.device);
        var movingAverage = new MovingAverage(network, average, options.Optimisation.EmaDecay);
        while (state.Epoch < options.LastEpoch && !IsStoppedEarly(state))
        {
            progress.BeginEpoch(state.Epoch + 1);
            var loss = RunEpoch(state, training, weights, optimizer, movingAverage, progress, cancellation);
            var imagesPerSecond = progress.ImagesPerSecond;
            state = state with { Epoch = state.Epoch + 1, Step = state.Step + options.StepsPerEpoch(training.Labels.Count) };
            var heldOutMetrics = Evaluate(heldOut, state.Epoch, cancellation);
            var trainMetrics = options.TestOnTrainSet ? Evaluate(training, state.Epoch, cancellation) : null;
            state = state with { History = [.. state.History, new(state.Epoch, loss, heldOutMetrics, trainMetrics, imagesPerSecond)] };
            state = KeepBest(state, heldOutMetrics, checkpoint, out var isBest);
            checkpoint.Save(state);
            progress.EndEpoch(state.History[^1], isBest);
        }

        checkpoint.RestoreBest();
        return state;
    }

    private double RunEpoch(
        TrainingState state, ITrainingInputs training, Tensor weights, TrainingOptimizer optimizer, MovingAverage movingAverage,
        TrainingProgress progress, CancellationToken cancellation)
    {
        var seed = EpochSeed.Of(options.Seed + member, state.Epoch);
        manual_seed(seed);
        var random = new Random(seed);
        var order = EpochOrder.Draw(training.Labels.Count, drawn, random);
        network.train();
        var step = state.Step;
        var batchSize = Math.Min(options.BatchSize, order.Length);
        for (var first = 0; first + batchSize <= order.Length; first += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var loss = Step(training, order.AsSpan(first, batchSize), random, weights, optimizer, step);
            Require(double.IsFinite(loss), state.Epoch + 1);
            movingAverage.Update(step++);
            progress.EndStep(batchSize, loss, optimizer.LearningRate);
        }

        return progress.Loss;
    }

    private double Step(
        ITrainingInputs training, ReadOnlySpan<int> indices, Random random, Tensor weights, TrainingOptimizer optimizer, long step)
    {
        using var scope = NewDisposeScope();
        var inputs = training.Batch(indices, random);
        var mixing = BatchMixing.Apply(options.Data.Augmentation, inputs, random);
        var pooled = bottleneck(_operations, network, inputs);
        var logits = network.Classify(_operations, pooled);

        var targets = SoftTargets.Of(training.Labels, indices, (int)weights.shape[0]).to(logits.device);
        var loss = SoftTargets.CrossEntropy(
            logits.to(ScalarType.Float32), mixing?.Targets(targets) ?? targets, weights, options.Optimisation.LabelSmoothing);
        if (auxiliary is not null)
        {
            loss += auxiliary.Loss(pooled, indices, mixing);
        }

        optimizer.Step(loss, step);
        return loss.item<float>();
    }

    private ValidationMetrics Evaluate(ITrainingInputs inputs, int epoch, CancellationToken cancellation)
    {
        var logits = Scorer.Run(average, batch => average.Classify(_operations, bottleneck(_operations, average, batch)), inputs, options.BatchSize, null, cancellation);
        Require(logits.All(row => row.All(float.IsFinite)), epoch);
        return LogitMetrics.Of(logits, inputs.Labels);
    }

    private static void Require(bool isFinite, int epoch)
    {
        if (!isFinite)
        {
            throw new TrainingDivergedException(epoch);
        }
    }

    private TrainingState KeepBest(TrainingState state, ValidationMetrics metrics, Checkpoint checkpoint, out bool isBest)
    {
        var score = options.EarlyStoppingCriteria?.Score(metrics) ?? state.Epoch;
        isBest = options.EarlyStoppingCriteria?.Improves(score, state.BestScore) ?? true;
        if (isBest)
        {
            checkpoint.KeepBest();
            return state with { BestEpoch = state.Epoch, BestScore = score };
        }

        return state;
    }

    private bool IsStoppedEarly(TrainingState state) =>
        options.EarlyStoppingCriteria is { } criteria && state.Epoch - state.BestEpoch >= criteria.Patience;
}
