using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Blazor.Trainings;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Storage;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Trainings;

/// <summary>Trainings as the app runs them: in processes of their own.</summary>
[Collection(StorageCollection.Name)]
public sealed class TrainingRunsTests(TrainedModelFixture trained) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private TrainingOrder Order => new()
    {
        Data = trained.Phantoms.Root, Arch = "resnet18", ImageSize = 64, BatchSize = 8, Epoch = 1, ValidationFraction = 0.4,
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_that_was_cancelled_waits_resumes_and_registers_its_model_without_promoting_it()
    {
        await using var app = Start();
        var (runs, library) = (app.Services.GetRequiredService<ITrainingRuns>(), app.Services.GetRequiredService<IModelLibrary>());
        var first = await runs.StartAsync(Order with { Epoch = 3 });
        var next = await runs.StartAsync(Order);
        await UntilAsync(runs, first.Id, run => run.Epochs.Count > 0);
        Assert.Equal(TrainingRunState.Queued, (await runs.FindAsync(next.Id))!.State);
        Assert.Equal(TrainingRunState.Cancelled, (await runs.CancelAsync(next.Id)).State);

        var cancelled = await runs.CancelAsync(first.Id);
        Assert.Equal(TrainingRunState.Cancelled, cancelled.State);
        await runs.ResumeAsync(first.Id);
        var finished = await UntilAsync(runs, first.Id, run => !run.IsOpen);

        Assert.Equal((TrainingRunState.Finished, null), (finished.State, finished.Error));
        Assert.Equal([1, 2, 3], finished.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(cancelled.Epochs[0].HeldOut, finished.Epochs[0].HeldOut);
        var made = (await library.FindAsync(finished.ModelVersion!))!;
        Assert.Equal((ModelOrigin.Training, false), (made.Model.Origin, made.Model.IsLive));
        Assert.Equal(3, made.Information!.Manifest.Training.Options.Epoch);
        await UntilAsync(() => Task.FromResult(!Directory.Exists(Path.Combine(Data, "training", finished.Id))));
    }

    [Fact]
    public async Task After_a_restart_of_the_app_a_run_is_interrupted_and_goes_on_where_it_was()
    {
        string id;
        await using (var app = Start())
        {
            var runs = app.Services.GetRequiredService<ITrainingRuns>();
            id = (await runs.StartAsync(Order with { Epoch = 3 })).Id;
            await UntilAsync(runs, id, run => run.Epochs.Count > 0);
        }

        await using var again = Start();
        var later = again.Services.GetRequiredService<ITrainingRuns>();
        var interrupted = await UntilAsync(later, id, run => run.State != TrainingRunState.Running);
        Assert.Equal(TrainingRunState.Interrupted, interrupted.State);
        await later.ResumeAsync(id);
        var finished = await UntilAsync(later, id, run => !run.IsOpen);
        Assert.Equal((TrainingRunState.Finished, null), (finished.State, finished.Error));
        Assert.Equal([1, 2, 3], finished.Epochs.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public async Task A_run_begins_with_the_weights_of_a_registered_model_and_a_failure_is_one_sentence()
    {
        await using var app = Start();
        var runs = app.Services.GetRequiredService<ITrainingRuns>();
        await UntilAsync(async () => (await app.Services.GetRequiredService<IModelLibrary>().ListAsync()).Count > 0);

        var run = await runs.StartAsync(Order with { Arch = null, ImageSize = null, BaseVersion = trained.Information.Version, LearningRate = 1e30 });
        var failed = await UntilAsync(runs, run.Id, each => !each.IsOpen);

        Assert.Equal(trained.Information.Calibration.WeightsSha256, run.Request.BaseVersion);
        Assert.Equal((BackboneMode.FineTuned, "resnet18", 64), (run.Request.Options.Network.Backbone, run.Request.Options.Arch, run.Request.Options.Network.Preprocessing.Width));
        Assert.Equal(TrainingRunState.Failed, failed.State);
        Assert.Contains("diverged", failed.Error, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("The training diverged in epoch {0}: ", UserTextJson.Read(failed.Error)!.Template, StringComparison.Ordinal);

        await UntilAsync(() => Task.FromResult(runs.CanDiscard(failed)));
        Assert.True(Directory.Exists(Path.Combine(Data, "training", run.Id)));
        var discarded = await runs.DiscardAsync(run.Id);
        Assert.False(Directory.Exists(Path.Combine(Data, "training", run.Id)));
        Assert.Equal((TrainingRunState.Failed, failed.Error, false), (discarded.State, discarded.Error, discarded.CanResume));
        Assert.False(runs.CanDiscard(discarded));
        var refusal = await Assert.ThrowsAsync<UserException>(() => runs.ResumeAsync(run.Id));
        Assert.Equal("There is nothing to resume: the training's checkpoint is discarded.", refusal.Message);
    }

    [Fact]
    public async Task Orders_that_cannot_be_trained_are_refused_before_they_wait()
    {
        await using var app = Start();
        var runs = app.Services.GetRequiredService<ITrainingRuns>();
        Assert.Equal(["phantoms", "synthetic phantoms"], runs.DataSets().Select(set => set.Name));

        Assert.Equal(
            "/etc: data sets are taken only from the folders that Training:DataRoots names.", await RefusalAsync(Order with { Data = "/etc" }));
        Assert.StartsWith(
            $"{trained.Phantoms.Root}/../..: data sets are taken only", await RefusalAsync(Order with { Data = $"{trained.Phantoms.Root}/../.." }));
        Assert.StartsWith("There is no architecture 'alexnet'", await RefusalAsync(Order with { Arch = "alexnet" }));
        Assert.Equal("Epoch 0: must be 1 or more.", await RefusalAsync(Order with { Epoch = 0 }));
        Assert.StartsWith("There is no recipe secret", await RefusalAsync(Order with { Recipe = "secret" }));
        Assert.Equal("There is no model 00000000.", await RefusalAsync(Order with { BaseVersion = "00000000" }));
        Assert.Empty(await runs.ListAsync());

        async Task<string> RefusalAsync(TrainingOrder order) =>
            (await Assert.ThrowsAnyAsync<UserException>(() => runs.StartAsync(order))).Message;
    }

    private static Task<TrainingRun> UntilAsync(ITrainingRuns runs, string id, Func<TrainingRun, bool> condition)
    {
        TrainingRun? run = null;
        return UntilAsync(async () => condition(run = (await runs.FindAsync(id))!)).ContinueWith(_ => run!, TaskScheduler.Default);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < s_patience, "It did not come about in time.");
            await Task.Delay(50);
        }
    }

    private App Start() => new() { ModelZip = trained.Zip, Data = Data, DataRoot = trained.Phantoms.Root };
}
