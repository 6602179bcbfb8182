using System.Text.Json.Serialization;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Lungs;

/// <summary>What the training of a segmentation of lungs can be told.</summary>
internal sealed record LungOptions
{
    /// <summary>Maps of each level of the network, the finest first.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [16, 32, 64, 96, 112];

    /// <summary>Columns and rows that the network sees; a multiple of 2 to the number of levels less one.</summary>
    public int Side { get; init; } = LungField.Side;

    /// <summary>Epochs of the network that is kept.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Epochs of the two networks that look for masks of other images.</summary>
    public int CheckEpochs { get; init; } = 4;

    /// <summary>Masks that agree less with a network that did not learn from them are left out; a Dice coefficient. 0: none, and nobody looks.</summary>
    public double LeastDice { get; init; } = 0.8;

    /// <summary>Images in a training step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Highest learning rate.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Decoupled weight decay.</summary>
    public double WeightDecay { get; init; } = 1e-3;

    /// <summary>Share of the images held out, by patient.</summary>
    public double HeldOutShare { get; init; } = 0.15;

    /// <summary>Seed of split, weights, order and augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Numbers that convolutions are computed with.</summary>
    public TrainingPrecision Precision { get; init; } = TrainingPrecision.Auto;

    /// <summary>What the optimiser is told.</summary>
    [JsonIgnore]
    public ImageClassificationOptions Optimiser => new()
    {
        LearningRate = LearningRate, LearningRateScheduler = LearningRateScheduler.OneCycle,
        Optimisation = new() { Optimizer = OptimizerKind.AdamW, WeightDecay = WeightDecay, GradientClip = 0, Precision = Precision },
    };
}
