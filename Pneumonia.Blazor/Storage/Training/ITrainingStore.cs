using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Storage.Training;

/// <summary>The training runs, as they are recorded.</summary>
public interface ITrainingStore
{
    /// <summary>Puts a new run into the queue.</summary>
    Task<TrainingRun> AddAsync(TrainingRequest request);

    /// <summary>A run; null where there is none.</summary>
    Task<TrainingRun?> FindAsync(string id);

    /// <summary>The latest runs, the newest first.</summary>
    Task<IReadOnlyList<TrainingRun>> ListAsync(int limit);

    /// <summary>Takes the run that has waited longest out of the queue: it runs from now on. Null where none waits.</summary>
    Task<TrainingRun?> ClaimAsync();

    /// <summary>Records the epochs of a run that runs. False where it does not run any more.</summary>
    Task<bool> SaveEpochsAsync(string id, IReadOnlyList<EpochRecord> epochs);

    /// <summary>Ends a run that runs. False where it does not run any more, as after a cancellation.</summary>
    Task<bool> EndAsync(string id, TrainingRunState state, string? modelVersion = null, string? error = null);

    /// <summary>Cancels a run that waits or runs. False where it does neither.</summary>
    Task<bool> CancelAsync(string id);

    /// <summary>Puts a run that was interrupted, cancelled or failed into the queue again. False where it was none of these, or its
    /// checkpoint is discarded.</summary>
    Task<bool> ResumeAsync(string id);

    /// <summary>Records that the checkpoint of a run that has ended is deleted: it cannot be resumed from then on. False where it waits or
    /// runs.</summary>
    Task<bool> DiscardAsync(string id);

    /// <summary>Records that what ran when the app ended does so no more.</summary>
    Task InterruptAsync();
}
