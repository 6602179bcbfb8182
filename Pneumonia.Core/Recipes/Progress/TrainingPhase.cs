namespace Pneumonia.Core.Recipes.Progress;

/// <summary>What a training is at.</summary>
public enum TrainingPhase
{
    /// <summary>Reading and preprocessing images.</summary>
    Loading,

    /// <summary>Computing the frozen backbone's features.</summary>
    Bottleneck,

    /// <summary>Training steps.</summary>
    Training,

    /// <summary>An epoch has ended and was evaluated.</summary>
    Epoch,
}
