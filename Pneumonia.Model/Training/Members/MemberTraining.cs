using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Training.Inputs;
using Pneumonia.Model.Training.Loop;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Members;

/// <summary>Trains the members of a model (see <see cref="OptimisationSettings.Members"/>), each with checkpoints of its own.</summary>
/// <param name="options">The trainer's options.</param>
/// <param name="classes">Class names in the order of the scores.</param>
/// <param name="fingerprint">Hash over the images.</param>
/// <param name="names">The images' names by their contents' hashes, as JSON.</param>
/// <param name="images">Images that are trained on.</param>
/// <param name="drawn">How often each of them is drawn; null: once an epoch.</param>
/// <param name="log">Hears of resuming.</param>
/// <param name="time">Clock for the images per second.</param>
internal sealed class MemberTraining(
    ImageClassificationOptions options, IReadOnlyList<string> classes, string fingerprint, string names, IReadOnlyList<XRay> images,
    IReadOnlyList<double>? drawn, Action<string> log, TimeProvider time)
{
    /// <summary>Trains every member to its last epoch, from its last checkpoint on where the options say so, and averages their weights.</summary>
    /// <param name="network">Begins with the weights it has, and is trained in place.</param>
    /// <param name="average">The same weights; the model at the end.</param>
    /// <param name="training">What is trained on.</param>
    /// <param name="watched">What is measured after each epoch.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>The epochs of all members, one after the other.</returns>
    public TrainingState Run(
        Network network, Network average, ITrainingInputs training, ITrainingInputs watched, CancellationToken cancellation)
    {
        // Only from the same first weights do members come to lie in one valley, where the mean of their weights is as good as they are.
        using var begun = new MemberAverage();
        begun.Add(network);
        using var mean = new MemberAverage();
        var state = new TrainingState();
        for (var member = 0; member < options.Optimisation.Members; member++)
        {
            if (member > 0)
            {
                log($"member {member + 1} of {options.Optimisation.Members}");
                begun.PutInto(network);
                begun.PutInto(average);
            }

            var ended = Train(member, network, average, training, watched, cancellation);
            state = state.Then(ended, member * options.Epoch);
            mean.Add(average);
        }

        if (options.Optimisation.Members > 1)
        {
            mean.PutInto(average);
            if (options.Network.Backbone != BackboneMode.Frozen)
            {
                BatchStatistics.Estimate(average, training, options, cancellation);
            }
        }

        return state;
    }

    private TrainingState Train(
        int member, Network network, Network average, ITrainingInputs training, ITrainingInputs watched, CancellationToken cancellation)
    {
        if (member > 0)
        {
            manual_seed(options.Seed + member);
        }

        var frozen = options.Network.Backbone == BackboneMode.Frozen;
        using var auxiliary = options.Data.AuxiliaryCause > 0
            ? new AuxiliaryHead(network.Classifier.weight.shape[1], CauseTargets.Of(images), options.Data.AuxiliaryCause, network.Classifier.weight.device)
            : null;
        nn.Module trained = frozen ? network.Classifier : network;
        using var optimizer = new TrainingOptimizer(
            options, [.. trained.parameters(), .. auxiliary?.Classifier.parameters() ?? []],
            (long)options.StepsPerEpoch(images.Count) * options.Epoch);
        using var checkpoint = new Checkpoint(
            network, average, auxiliary, optimizer, classes.Count, CheckpointRecipe.Of(options, classes, fingerprint, member), names, Workspace(member));
        var loop = new TrainingLoop(
            options, member, network, average, frozen ? (_, _, input) => input : (operations, net, input) => net.Bottleneck(operations, net.Features(operations, input)), drawn, auxiliary, time);
        return loop.Run(Begin(checkpoint), training, watched, checkpoint, optimizer, cancellation);
    }

    private string? Workspace(int member)
    {
        var folder = options.WorkspacePath is { } workspace && member > 0 ? Path.Combine(workspace, $"member-{member + 1}") : options.WorkspacePath;
        return folder is null ? null : Directory.CreateDirectory(folder).FullName;
    }

    private TrainingState Begin(Checkpoint checkpoint)
    {
        if (!options.Run.Resume)
        {
            return new TrainingState();
        }

        if (checkpoint.Load() is { } state)
        {
            log($"resuming after epoch {state.Epoch}");
            return state;
        }

        log("no checkpoint to resume from: starting anew");
        return new TrainingState();
    }
}
