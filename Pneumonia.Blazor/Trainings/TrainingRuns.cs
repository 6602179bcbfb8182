using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Trainings;

internal sealed class TrainingRuns(
    ITrainingStore store, TrainingHub hub, TrainingPlanner planner, DataSetFinder data, RecipeFolder recipes, TrainingPaths paths) : ITrainingRuns
{
    public event Action<string>? Changed
    {
        add => hub.Changed += value;
        remove => hub.Changed -= value;
    }

    public IReadOnlyList<TrainingDataSet> DataSets() => data.List();

    public IReadOnlyList<string> Recipes() => recipes.Names();

    public ImageClassificationOptions Recipe(string? name) => recipes.Read(name);

    public async Task<TrainingRun> StartAsync(TrainingOrder order)
    {
        var run = await store.AddAsync(await planner.PlanAsync(order));
        hub.Wake();
        hub.Tell(run.Id);
        return run;
    }

    public async Task<TrainingRun> CancelAsync(string id)
    {
        var run = await RequireAsync(id);
        if (!await store.CancelAsync(id))
        {
            throw new UserException($"The training has ended already: it is {StateOf(run)}.");
        }

        hub.Stop(id);
        hub.Tell(id);
        return await RequireAsync(id);
    }

    public async Task<TrainingRun> ResumeAsync(string id)
    {
        var run = await RequireAsync(id);
        if (!await store.ResumeAsync(id))
        {
            throw new UserException(run.DiscardedAt is null
                ? (UserText)$"There is nothing to resume: the training is {StateOf(run)}."
                : "There is nothing to resume: the training's checkpoint is discarded.");
        }

        hub.Wake();
        hub.Tell(id);
        return await RequireAsync(id);
    }

    // A run that was just cancelled may still be writing.
    public bool CanDiscard(TrainingRun run) => !run.IsOpen && !hub.IsRunning(run.Id) && Directory.Exists(paths.Of(run.Id));

    public async Task<TrainingRun> DiscardAsync(string id)
    {
        var run = await RequireAsync(id);
        if (hub.IsRunning(id) || !await store.DiscardAsync(id))
        {
            throw new UserException("The training has not ended yet.");
        }

        // Only after it is on record: whatever is cut short here can be discarded again, and never be resumed.
        try
        {
            if (Directory.Exists(paths.Of(run.Id)))
            {
                await Task.Run(() => Directory.Delete(paths.Of(run.Id), recursive: true));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The training's checkpoint cannot be deleted: {fault.Message}", fault);
        }
        finally
        {
            hub.Tell(id);
        }

        return await RequireAsync(id);
    }

    public Task<IReadOnlyList<TrainingRun>> ListAsync(int limit) => store.ListAsync(limit);

    public Task<TrainingRun?> FindAsync(string id) => store.FindAsync(id);

    public ImageClassificationMetrics? ProgressOf(string id) => hub.ProgressOf(id);

    private static UserText StateOf(TrainingRun run) => run.State switch
    {
        TrainingRunState.Queued => (UserText)"queued",
        TrainingRunState.Running => "running",
        TrainingRunState.Finished => "finished",
        TrainingRunState.Failed => "failed",
        TrainingRunState.Cancelled => "cancelled",
        _ => "interrupted",
    };

    private async Task<TrainingRun> RequireAsync(string id) => await store.FindAsync(id) ?? throw new UserException($"There is no training {id}.");
}
