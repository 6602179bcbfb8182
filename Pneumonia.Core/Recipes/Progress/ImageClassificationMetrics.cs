namespace Pneumonia.Core.Recipes.Progress;

/// <summary>What a training tells while it runs.</summary>
public sealed record ImageClassificationMetrics
{
    /// <summary>What it is at.</summary>
    public required TrainingPhase Phase { get; init; }

    /// <summary>Epoch, from 1; 0 before the first.</summary>
    public int Epoch { get; init; }

    /// <summary>Epochs at the most.</summary>
    public int Epochs { get; init; }

    /// <summary>Images done in this phase, or in this epoch.</summary>
    public int Done { get; init; }

    /// <summary>Images of this phase, or of this epoch.</summary>
    public int Total { get; init; }

    /// <summary>Mean training loss of this epoch so far.</summary>
    public double? Loss { get; init; }

    /// <summary>Learning rate of the last step.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Images per second in this phase, or in this epoch's training steps.</summary>
    public double? ImagesPerSecond { get; init; }

    /// <summary>Estimated time to the end of the training.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Metrics on the held-out patients after the last full epoch.</summary>
    public ValidationMetrics? HeldOut { get; init; }

    /// <summary>Metrics on the training set, when asked for.</summary>
    public ValidationMetrics? Train { get; init; }

    /// <summary>Whether the epoch that has just ended is the best so far.</summary>
    public bool IsBest { get; init; }
}
