using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class StorageTransactionTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_several_stores_write_is_there_once_it_is_committed_and_not_before(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await using var work = new StorageTransaction(store.Database);

        var study = await WriteAsync(store, work);

        Assert.Null(await store.Get<IStudyStore>().FindAsync(study.Id));
        await work.CommitAsync();
        Assert.NotNull(await store.Get<IStudyStore>().FindAsync(study.Id));
        Assert.Equal("seen", Assert.Single(await store.Get<INoteStore>().ListAsync(study.Id)).Text);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(store, work));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undone_nothing_of_it_is_there_and_nobody_is_kept_waiting(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        StoredStudy study;
        await using (var work = new StorageTransaction(store.Database))
        {
            study = await WriteAsync(store, work);
        }

        Assert.Null(await store.Get<IStudyStore>().FindAsync(study.Id));
        Assert.NotNull(await store.KeepAsync("next.png"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Before_the_first_write_others_write_freely(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await using var work = new StorageTransaction(store.Database);

        await store.KeepAsync("meanwhile.png");

        await work.CommitAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_asked_is_told_whether_it_stands_the_last_one_first_and_even_after_another_failed(bool stands)
    {
        using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        var told = new List<string>();
        var work = new StorageTransaction(store.Database);
        work.WhenOver(kept => Tell($"first {kept}"));
        work.WhenOver(_ => throw new InvalidOperationException("It cannot."));
        work.WhenOver(kept => Tell($"last {kept}"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => stands ? work.CommitAsync() : work.DisposeAsync().AsTask());
        await work.DisposeAsync();

        Assert.Equal([$"last {stands}", $"first {stands}"], told);

        Task Tell(string what)
        {
            told.Add(what);
            return Task.CompletedTask;
        }
    }

    private static async Task<StoredStudy> WriteAsync(TestStore store, StorageTransaction work)
    {
        var (intake, image) = (store.Get<StudyIntake>(), Guid.NewGuid().ToByteArray());
        var prediction = FakeEngine.Answer(0.5, FakeInformation.Create());
        var study = intake.Describe("a.png", image, new ImageFacts(64, 48, 8, RadiographFormat.Png), prediction, StudySource.Api);
        await intake.KeepAsync(study, image, work);
        await store.Get<INoteStore>().AddAsync(study.Id, new Note("seen", store.Clock.GetUtcNow()), work);
        return study;
    }
}
