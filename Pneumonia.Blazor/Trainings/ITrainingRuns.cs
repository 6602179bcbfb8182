using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Trainings;

/// <summary>Training runs: one at a time, the others wait. Each runs in a process of its own and can be resumed after its last full
/// epoch; what it makes is registered as a new model and not put into service.</summary>
public interface ITrainingRuns
{
    /// <summary>Raised after a run has changed, with its identifier, on any thread; of a run's progress at most twice a second.</summary>
    event Action<string>? Changed;

    /// <summary>The data sets below the configured folders, by name.</summary>
    IReadOnlyList<TrainingDataSet> DataSets();

    /// <summary>Names of the recipes.</summary>
    IReadOnlyList<string> Recipes();

    /// <summary>A recipe's options; the trainer's defaults for null.</summary>
    /// <exception cref="UserException">There is no such recipe, or it cannot be read.</exception>
    ImageClassificationOptions Recipe(string? name);

    /// <summary>Checks an order and puts it into the queue.</summary>
    /// <exception cref="UserException">It cannot be trained; the sentence names what is wrong.</exception>
    Task<TrainingRun> StartAsync(TrainingOrder order);

    /// <summary>Stops a run that waits or runs. Its last full epoch is kept.</summary>
    /// <exception cref="UserException">There is no such run, or it has ended.</exception>
    Task<TrainingRun> CancelAsync(string id);

    /// <summary>Puts a run into the queue again that was interrupted, cancelled or failed; it goes on after its last full epoch.</summary>
    /// <exception cref="UserException">There is no such run, or nothing to resume.</exception>
    Task<TrainingRun> ResumeAsync(string id);

    /// <summary>Whether a run has ended and still has a checkpoint or other files of its own.</summary>
    bool CanDiscard(TrainingRun run);

    /// <summary>Deletes the checkpoint and all other files of a run that has ended: it cannot be resumed any more. Its record stays.</summary>
    /// <exception cref="UserException">There is no such run, it has not ended, or its files cannot be deleted.</exception>
    Task<TrainingRun> DiscardAsync(string id);

    /// <summary>The latest runs, the newest first.</summary>
    Task<IReadOnlyList<TrainingRun>> ListAsync(int limit = 100);

    /// <summary>A run; null where there is none.</summary>
    Task<TrainingRun?> FindAsync(string id);

    /// <summary>What a running run last told; null for one that does not run in this app, or has told nothing yet.</summary>
    ImageClassificationMetrics? ProgressOf(string id);
}
