using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Probing;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Images;
using Pneumonia.Model.Training.Inputs;
using Pneumonia.Model.Training.Loop;
using Pneumonia.Model.Training.Members;
using Pneumonia.Model.Training.Pretrained;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training;

/// <summary>Trains a convolutional network to tell classes of X-rays apart, in the manner of ML.NET's
/// <c>ImageClassificationTrainer</c>: a backbone from random weights, fine-tuned or frozen. One half of the held-out patients chooses the
/// epoch, the other is left for calibration and figures.</summary>
/// <param name="options">What and how to train.</param>
/// <param name="log">Hears, a line each, what a person should know: the split, images left out, resuming.</param>
/// <param name="time">Clock for the images per second.</param>
public sealed class ImageClassificationTrainer(ImageClassificationOptions options, Action<string>? log = null, TimeProvider? time = null)
{
    private readonly Action<string> _log = log ?? (_ => { });

    /// <summary>Trains on the images, less the patients held out.</summary>
    /// <param name="images">Images of two classes or more.</param>
    /// <param name="classes">Class names in the order of the scores.</param>
    /// <param name="cancellation">Ends the training between two steps; the last full epoch's checkpoint remains.</param>
    /// <returns>The best epoch's network, and what it says of the held-out images. Dispose it.</returns>
    /// <exception cref="TrainingDivergedException">The loss is no number any more.</exception>
    /// <exception cref="UserException">An option, an image or a checkpoint is not usable; the message names it.</exception>
    public TrainingResult Fit(IReadOnlyList<XRay> images, IReadOnlyList<string> classes, CancellationToken cancellation = default)
    {
        TorchThreads.UseAllCores();
        TrainerCheck.Verify(options);
        var finder = LungFinderFile.Read(options.Network.LungFinder);
        try
        {
            return Fit(images, classes, finder, cancellation);
        }
        catch
        {
            finder?.Network.Dispose();
            throw;
        }
    }

    private TrainingResult Fit(IReadOnlyList<XRay> images, IReadOnlyList<string> classes, LungFinderFile? finder, CancellationToken cancellation)
    {
        var preparation = new ImagePreparation(options.Network.Preprocessing, finder?.Network);
        var (training, heldOut, findings) = Read(images, preparation, cancellation);
        var facts = FileFactsOf(training, heldOut);
        CheckEveryClass(classes, training, "train on");
        CheckEveryClass(classes, heldOut, "hold out");

        manual_seed(options.Seed);
        var networkOptions = new NetworkOptions(classes.Count, InputChannels: 1, options.Network.Dropout, options.Network.Preprocessing.Views);
        using var network = NetworkFactory.Create(options.Arch, networkOptions);
        var average = NetworkFactory.Create(options.Arch, networkOptions);
        try
        {
            return Train(network, average, training, heldOut, classes, cancellation) with
            {
                EqualPictures = findings, FileFacts = facts, LungFinder = finder?.Bytes, Lungs = finder?.Network,
            };
        }
        catch
        {
            average.Dispose();
            throw;
        }
    }

    private TrainingResult Train(
        Network network, Network average, ImageStore training, ImageStore heldOut, IReadOnlyList<string> classes, CancellationToken cancellation)
    {
        if (options.Network.Backbone != BackboneMode.RandomWeights)
        {
            PretrainedWeights.Load(options.Network.Weights!, network, _log, options.Network.Preprocessing);
        }

        ChannelsLast.Apply(network);
        ChannelsLast.Apply(average);
        average.load_state_dict(network.state_dict());

        var device = ComputeDevice.Of(options.Run.Device);
        network.to(device);
        average.to(device);
        var frozen = options.Network.Backbone == BackboneMode.Frozen;
        var trainingInputs = new ImageInputs(training, Labels(training, classes), options.Data.Augmentation).On(device);
        var heldOutInputs = new ImageInputs(heldOut, Labels(heldOut, classes), options.Data.Augmentation).On(device);
        if (frozen)
        {
            var cache = new BottleneckCache(options, network, _log);
            trainingInputs = cache.Compute(training, trainingInputs, "train", options.ReuseTrainSetBottleneckCachedValues, cancellation).On(device);
            heldOutInputs = cache.Compute(heldOut, heldOutInputs, "validation", options.ReuseValidationSetBottleneckCachedValues, cancellation).On(device);
        }

        var fingerprint = DataFingerprints.Of(training, heldOut);
        var roles = HoldOutRoles.Of(heldOut.Images, options.EarlyStoppingCriteria is not null, options.Seed);
        _log($"of {heldOut.Images.Count} held-out images {roles.Selection.Count} choose the epoch, {roles.Judging.Count} calibrate and judge");
        var labels = Labels(training, classes);
        var drawn = PopulationWeights.Of(
            training, labels, ClassWeights.Of(options.Data.ClassWeights, labels, classes.Count), ShortcutWeights.Of(training, options, _log),
            options.Data.Adults?.Share);
        var members = new MemberTraining(options, classes, fingerprint, DataFingerprints.Names(training, heldOut), training.Images, drawn, _log, time ?? TimeProvider.System);
        var state = members.Run(network, average, trainingInputs, new SubsetInputs(heldOutInputs, roles.Watched), cancellation);

        // Whatever it was trained on, the model is measured where it will answer.
        average.to(CPU);
        StorageRounding.Round(average);
        var logits = Scorer.Run(
            average, batch => average.Decide(batch, options.Packaging.TestTimeFlip), new ImageInputs(heldOut, Labels(heldOut, classes), options.Data.Augmentation),
            options.BatchSize, null, cancellation);
        return new TrainingResult(average, options, classes, state, fingerprint, heldOut.Images, logits, Labels(heldOut, classes),
            [.. training.Images.Except(options.Data.AdditionalImages)], roles,
            options.Network.Weights is { } weights ? WeightFile.Describe(weights, options.Network.WeightsNote) : null)
        {
            Preparation = training.Preparation,
        };
    }

    // Divided first, so that too few patients are told before an hour of reading; and anew where pictures turn out to be equal.
    private (ImageStore Training, ImageStore HeldOut, PictureFindings? Findings) Read(
        IReadOnlyList<XRay> images, ImagePreparation preparation, CancellationToken cancellation)
    {
        var (validation, additional) = (options.ValidationSet, options.Data.AdditionalImages);
        var (training, heldOut) = ImageDivision.Of(options, images, validation, _log);
        var store = Load([.. training.Concat(additional).Concat(heldOut).Distinct()], preparation, cancellation);
        var equal = EqualImages.Find(store, additional, options.Data.DropContradictions);
        if (equal.Findings is null)
        {
            return (store.Take([.. training, .. additional]), store.Take(heldOut), null);
        }

        equal.Report(_log);
        if (equal.ChangesImages)
        {
            (training, heldOut) = ImageDivision.Of(options, equal.Apply(images), validation is null ? null : equal.Apply(validation), _log);
        }

        additional = equal.ApplyAdditional(heldOut);
        return (store.Take([.. training, .. additional]), store.Take(heldOut), equal.Findings);
    }

    // Without the phantoms, whose files differ from all others.
    private FileFactsFindings? FileFactsOf(ImageStore training, ImageStore heldOut)
    {
        var additional = options.Data.AdditionalImages.ToHashSet();
        var known = new[] { training, heldOut }.SelectMany(store => store.Images.Zip(store.Facts)).Where(pair => !additional.Contains(pair.First)).ToList();
        var comparison = FileFactsComparison.Of([.. known.Select(pair => pair.First)], [.. known.Select(pair => pair.Second)]);
        comparison.Report(_log);
        return comparison.Probe;
    }

    private ImageStore Load(IReadOnlyList<XRay> images, ImagePreparation preparation, CancellationToken cancellation) =>
        ImageStore.Load(images, preparation, options.Data.AllowUnreadable, options.MetricsCallback, _log, cancellation);

    // What a class is missing from can be neither weighed nor evaluated: better to know before the training than after it.
    private static void CheckEveryClass(IReadOnlyList<string> classes, ImageStore store, UserText use)
    {
        if (classes.Except(store.Images.Select(image => image.Class)).FirstOrDefault() is { } missing)
        {
            throw new UserException($"Class {missing} has no image to {use}.");
        }
    }

    private static int[] Labels(ImageStore store, IReadOnlyList<string> classes)
    {
        var order = classes.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        return [.. store.Images.Select(image => order[image.Class])];
    }
}
