using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Model;
using Pneumonia.Model.Training;

namespace Pneumonia.Blazor.Training;

internal sealed class TrainingRuns(ITrainingStore store, TrainingHub hub, TrainingPlanner planner, DataSetFinder data, RecipeFolder recipes) : ITrainingRuns
{
    public event Action<string>? Changed
    {
        add => hub.Changed += value;
        remove => hub.Changed -= value;
    }

    public IReadOnlyList<TrainingDataSet> DataSets() => data.List();

    public IReadOnlyList<string> Recipes() => recipes.Names();

    public ImageClassificationTrainer.Options Recipe(string? name) => recipes.Read(name);

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
            throw new UserException($"The training has ended already: it is {run.State.ToString().ToLowerInvariant()}.");
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
            throw new UserException($"There is nothing to resume: the training is {run.State.ToString().ToLowerInvariant()}.");
        }

        hub.Wake();
        hub.Tell(id);
        return await RequireAsync(id);
    }

    public Task<IReadOnlyList<TrainingRun>> ListAsync(int limit) => store.ListAsync(limit);

    public Task<TrainingRun?> FindAsync(string id) => store.FindAsync(id);

    public ImageClassificationMetrics? ProgressOf(string id) => hub.ProgressOf(id);

    private async Task<TrainingRun> RequireAsync(string id) => await store.FindAsync(id) ?? throw new UserException($"There is no training {id}.");
}
