namespace Pneumonia.Blazor.Trainings;

/// <summary>What a person or a program asks to be trained. What is null comes from the recipe.</summary>
public sealed record TrainingOrder
{
    /// <summary>The data set: a name that <see cref="ITrainingRuns.DataSets"/> lists, or the full path of a folder below <c>Training:DataRoots</c>.</summary>
    public required string Data { get; init; }

    /// <summary>Name of a recipe, see <see cref="ITrainingRuns.Recipes"/>; null: the trainer's defaults.</summary>
    public string? Recipe { get; init; }

    /// <summary>Version of a registered model to begin with, whose architecture and image size it takes; null: what the recipe says.</summary>
    public string? BaseVersion { get; init; }

    /// <summary>Begin with random weights, whatever the recipe says.</summary>
    public bool FromScratch { get; init; }

    /// <summary>With <see cref="BaseVersion"/>: train the classifier alone.</summary>
    public bool Frozen { get; init; }

    /// <summary>Name of an architecture.</summary>
    public string? Arch { get; init; }

    /// <summary>Epochs at the most.</summary>
    public int? Epoch { get; init; }

    /// <summary>Highest learning rate.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Images in a step.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Side of the network's input, pixels.</summary>
    public int? ImageSize { get; init; }

    /// <summary>Share of the patients held out, 0 to 1.</summary>
    public double? ValidationFraction { get; init; }

    /// <summary>Seed of the split, the weights, the order and the augmentation.</summary>
    public int? Seed { get; init; }
}
