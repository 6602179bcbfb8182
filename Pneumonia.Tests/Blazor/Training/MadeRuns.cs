using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Blazor.Trainings;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Tests.Blazor.Training;

/// <summary>Training runs that never train, or a store that answers late or not at all.</summary>
internal sealed class MadeRuns(params TrainingRun[] runs) : ITrainingRuns
{
    private List<TrainingRun> _runs = [.. runs];

    public event Action<string>? Changed;

    public Task Gate { get; set; } = Task.CompletedTask;

    public bool IsDown { get; set; }

    public static TrainingRun Run(TrainingRunState state, string data = "phantoms", string? error = null, int epochs = 0) => new(
        Guid.NewGuid().ToString("N"), state, TestClock.Start, TestClock.Start, null,
        new TrainingRequest("/data", data, null, null, new ImageClassificationOptions { Epoch = 3 }),
        [.. Enumerable.Range(1, epochs).Select(i => new EpochRecord(i, 1.0 / i, new ValidationMetrics(1, 0.5, 0.5), null, 10))], null, error);

    public IReadOnlyList<TrainingDataSet> DataSets() => [new("phantoms", "/data")];

    public IReadOnlyList<string> Recipes() => [];

    public ImageClassificationOptions Recipe(string? name) => new();

    /// <summary>What was ordered.</summary>
    public List<TrainingOrder> Orders { get; } = [];

    public Task<TrainingRun> StartAsync(TrainingOrder order)
    {
        Orders.Add(order);
        return Task.FromResult(Run(TrainingRunState.Queued));
    }

    public Task<TrainingRun> CancelAsync(string id) => SetAsync(id, run => run with { State = TrainingRunState.Cancelled });

    public Task<TrainingRun> ResumeAsync(string id) => SetAsync(id, run => run with { State = TrainingRunState.Queued });

    public bool CanDiscard(TrainingRun run) => !run.IsOpen && run.DiscardedAt is null;

    public Task<TrainingRun> DiscardAsync(string id) => throw new StorageUnavailableException("The files cannot be deleted");

    public async Task<IReadOnlyList<TrainingRun>> ListAsync(int limit = 100)
    {
        await Gate;
        return IsDown ? throw new StorageUnavailableException("The runs cannot be read") : _runs;
    }

    public Task<TrainingRun?> FindAsync(string id) => Task.FromResult(_runs.FirstOrDefault(run => run.Id == id));

    public ImageClassificationMetrics? ProgressOf(string id) => null;

    private Task<TrainingRun> SetAsync(string id, Func<TrainingRun, TrainingRun> change)
    {
        _runs = [.. _runs.Select(run => run.Id == id ? change(run) : run)];
        Changed?.Invoke(id);
        return Task.FromResult(_runs.First(run => run.Id == id));
    }
}
