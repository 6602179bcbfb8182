using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Storage.Training;

/// <summary>A training run.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="State">Where it stands.</param>
/// <param name="QueuedAt">When it was asked for, or resumed, UTC.</param>
/// <param name="StartedAt">When it first ran; null before.</param>
/// <param name="EndedAt">When it ended; null before.</param>
/// <param name="Request">What it was asked to do.</param>
/// <param name="Epochs">A record of each epoch done.</param>
/// <param name="ModelVersion">Version of the model it made; null before.</param>
/// <param name="Error">One sentence on why it failed; null otherwise.</param>
/// <param name="DiscardedAt">When its checkpoint was deleted, UTC; null where that was not done.</param>
public sealed record TrainingRun(
    string Id, TrainingRunState State, DateTimeOffset QueuedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, TrainingRequest Request,
    IReadOnlyList<EpochRecord> Epochs, string? ModelVersion, string? Error, DateTimeOffset? DiscardedAt = null)
{
    /// <summary>Whether it waits or runs.</summary>
    public bool IsOpen => State is TrainingRunState.Queued or TrainingRunState.Running;

    /// <summary>Whether it can go on after its last full epoch.</summary>
    public bool CanResume => DiscardedAt is null
        && State is TrainingRunState.Failed or TrainingRunState.Cancelled or TrainingRunState.Interrupted;
}
