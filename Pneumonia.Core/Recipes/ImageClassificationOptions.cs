using System.Text.Json.Serialization;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Core.Recipes;

/// <summary>Options of a training, with the names and meanings of ML.NET's <c>ImageClassificationTrainer.Options</c>, and, by idea, what
/// that lacks.</summary>
public sealed record ImageClassificationOptions
{
    /// <summary>Architecture's name, see <see cref="Architectures"/>.</summary>
    public string Arch { get; init; } = "resnet18";

    /// <summary>Epochs at the most; 1 or more.</summary>
    public int Epoch { get; init; } = 14;

    /// <summary>Images in a training step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The schedule's highest learning rate.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How the learning rate moves over the steps.</summary>
    public LearningRateScheduler LearningRateScheduler { get; init; } = LearningRateScheduler.OneCycle;

    /// <summary>When to stop before the last epoch. The best epoch's weights are kept, too, by half of the held-out patients. Null:
    /// neither, and all held-out patients calibrate and judge.</summary>
    public EarlyStopping? EarlyStoppingCriteria { get; init; } = new();

    /// <summary>Images to hold out: to choose the epoch, to calibrate and to judge by. Null: see <see cref="ValidationSetFraction"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<XRay>? ValidationSet { get; init; }

    /// <summary>Share of the training set's patients held out when there is no <see cref="ValidationSet"/>; 0 to 1.</summary>
    public double ValidationSetFraction { get; init; } = 0.15;

    /// <summary>Whether to report the metrics on the training set, too, after each epoch.</summary>
    public bool TestOnTrainSet { get; init; }

    /// <summary>Hears of the progress.</summary>
    [JsonIgnore]
    public Action<ImageClassificationMetrics>? MetricsCallback { get; init; }

    /// <summary>Folder for checkpoints and cached bottleneck features. Null: nothing is kept.</summary>
    [JsonIgnore]
    public string? WorkspacePath { get; init; }

    /// <summary>With a frozen backbone: reuse the training set's cached features.</summary>
    public bool ReuseTrainSetBottleneckCachedValues { get; init; } = true;

    /// <summary>With a frozen backbone: reuse the validation set's cached features.</summary>
    public bool ReuseValidationSetBottleneckCachedValues { get; init; } = true;

    /// <summary>Name of the model, in its manifest and its files.</summary>
    public string FinalModelPrefix { get; init; } = "pneumonia";

    /// <summary>Seed of the split, the weights, the order of the images and the augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What the network is and begins with.</summary>
    public NetworkSettings Network { get; init; } = new();

    /// <summary>What is trained on, and how images are drawn and changed.</summary>
    public DataSettings Data { get; init; } = new();

    /// <summary>How the weights are learned.</summary>
    public OptimisationSettings Optimisation { get; init; } = new();

    /// <summary>How the trained network becomes a model that answers.</summary>
    public PackagingSettings Packaging { get; init; } = new();

    /// <summary>What is the machine's or the moment's.</summary>
    [JsonIgnore]
    public RunSettings Run { get; init; } = new();

    /// <summary>The epoch that this run ends with at the latest.</summary>
    [JsonIgnore]
    public int LastEpoch => Math.Min(Epoch, Run.StopAfterEpoch ?? Epoch);

    /// <summary>Epochs at the most of all members together.</summary>
    [JsonIgnore]
    public int EpochsOfAllMembers => Epoch * Optimisation.Members;

    /// <summary>Training steps in an epoch: whole batches only, but at least one.</summary>
    /// <param name="images">Images trained on.</param>
    public int StepsPerEpoch(int images) => Math.Max(1, images / BatchSize);
}
