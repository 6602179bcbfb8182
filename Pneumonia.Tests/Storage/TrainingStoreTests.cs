using System.Text.Json;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class TrainingStoreTests(PostgresServer postgres)
{
    private static readonly TrainingRequest s_request = new(
        "/data/chest_xray", "chest_xray", "default", "abcdef",
        new ImageClassificationOptions { Arch = "resnet50", Epoch = 3, LearningRate = 0.0003, Network = new() { Dropout = 0.5 } });

    [Theory, OnSqlite, OnPostgres]
    public async Task Runs_are_taken_in_the_order_they_were_asked_for(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var runs = store.Get<ITrainingStore>();
        var first = await runs.AddAsync(s_request);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await runs.AddAsync(s_request with { BaseVersion = null });
        store.Clock.Advance(TimeSpan.FromSeconds(1));

        var claimed = await runs.ClaimAsync();

        Assert.Equal((first.Id, TrainingRunState.Running), (claimed!.Id, claimed.State));
        Assert.Equal(s_request, claimed.Request);
        Assert.Equal(first.QueuedAt.AddSeconds(2), claimed.StartedAt);
        Assert.Equal(second.Id, (await runs.ClaimAsync())?.Id);
        Assert.Null(await runs.ClaimAsync());
        Assert.Equal([second.Id, first.Id], (await runs.ListAsync(10)).Select(run => run.Id));
    }

    [Fact]
    public void A_request_that_an_older_program_stored_flat_is_read()
    {
        var stored = JsonSerializer.SerializeToNode(s_request, ModelJson.Options)!;
        stored["options"] = RecipeJson.Flat(s_request.Options);

        Assert.Equal(s_request, stored.Deserialize<TrainingRequest>(ModelJson.Options));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Epochs_and_the_end_are_recorded_once_only(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var runs = store.Get<ITrainingStore>();
        var id = (await runs.AddAsync(s_request)).Id;
        EpochRecord[] epochs = [new(1, 0.5, new(0.4, 0.9, 0.8), null, 120), new(2, 0.4, new(0.3, 0.95, 0.85), new(0.2, 0.99, 0.9), 130)];
        Assert.False(await runs.SaveEpochsAsync(id, epochs));
        await runs.ClaimAsync();

        Assert.True(await runs.SaveEpochsAsync(id, epochs));
        Assert.True(await runs.EndAsync(id, TrainingRunState.Finished, "abc"));
        Assert.False(await runs.EndAsync(id, TrainingRunState.Failed, error: "too late"));
        Assert.False(await runs.CancelAsync(id));
        Assert.False(await runs.ResumeAsync(id));

        var run = (await runs.FindAsync(id))!;
        Assert.Equal((TrainingRunState.Finished, "abc", null), (run.State, run.ModelVersion, run.Error));
        Assert.Equal(epochs, run.Epochs);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_ended_can_be_discarded_and_then_be_resumed_no_more(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var runs = store.Get<ITrainingStore>();
        var id = (await runs.AddAsync(s_request)).Id;
        Assert.False(await runs.DiscardAsync(id));
        await runs.ClaimAsync();
        Assert.False(await runs.DiscardAsync(id));
        await runs.CancelAsync(id);
        store.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await runs.DiscardAsync(id));
        var discarded = (await runs.FindAsync(id))!;
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await runs.DiscardAsync(id));

        Assert.Equal((TrainingRunState.Cancelled, false), (discarded.State, discarded.CanResume));
        Assert.Equal(discarded.EndedAt!.Value.AddSeconds(1), discarded.DiscardedAt);
        Assert.Equal(discarded.DiscardedAt, (await runs.FindAsync(id))!.DiscardedAt);
        Assert.False(await runs.ResumeAsync(id));
        Assert.Contains(AuditActions.TrainingDiscarded, (await store.Get<IAuditLog>().ListAsync(id)).Select(entry => entry.Action));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_ran_when_the_app_ended_is_interrupted_and_can_be_resumed(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var runs = store.Get<ITrainingStore>();
        var (ran, waits) = ((await runs.AddAsync(s_request)).Id, (await runs.AddAsync(s_request)).Id);
        ran = (await runs.ClaimAsync())!.Id == ran ? ran : waits;

        await runs.InterruptAsync();

        Assert.Equal(TrainingRunState.Interrupted, (await runs.FindAsync(ran))!.State);
        Assert.Single(await runs.ListAsync(10), run => run.State == TrainingRunState.Queued);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await runs.ResumeAsync(ran));
        Assert.True((await runs.FindAsync(ran))!.IsOpen);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await runs.CancelAsync(ran));
        Assert.True((await runs.FindAsync(ran))!.CanResume);
        Assert.Equal(
            [AuditActions.TrainingCancelled, AuditActions.TrainingResumed, AuditActions.TrainingStarted],
            (await store.Get<IAuditLog>().ListAsync(ran)).Select(entry => entry.Action));
    }
}
