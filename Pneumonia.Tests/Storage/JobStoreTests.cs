using Dapper;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Backup;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Storage.Sweeping;
using Pneumonia.Core.Imaging;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class JobStoreTests(PostgresServer postgres) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_leave_the_queue_in_the_order_in_which_they_came(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var jobs = store.Get<IJobStore>();
        var first = await AddAsync(store, "a", "b");
        var second = await AddAsync(store, "c");
        Assert.Equal(3, await jobs.CountWaitingAsync());

        var a = (await jobs.NextAsync())!;
        var study = Describe(store, a);
        Assert.True(await jobs.FinishAsync(a, study));
        var b = (await jobs.NextAsync())!;
        Assert.True(await jobs.FailAsync(b, "No X-ray."));
        var c = (await jobs.NextAsync())!;

        Assert.Equal(["a", "b", "c"], [a.FileName, b.FileName, c.FileName]);
        Assert.Equal((JobState.Done, 2, 0, 1, 1), Summary(await jobs.FindAsync(first)));
        Assert.Equal((JobState.Waiting, 1, 1, 0, 0), Summary(await jobs.FindAsync(second)));
        var files = await jobs.FilesAsync(first);
        Assert.Equal([study.Id, null], files.Select(file => file.StudyId));
        Assert.Equal([null, "No X-ray."], files.Select(file => file.Error));
        Assert.NotNull(await store.Get<IStudyStore>().FindAsync(study.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_becomes_one_study_however_often_it_is_worked_on(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var jobs = store.Get<IJobStore>();
        await AddAsync(store, "a");
        var (once, again) = ((await jobs.NextAsync())!, (await jobs.NextAsync())!);

        Assert.Equal((1, 2), (once.Attempts, again.Attempts));
        Assert.True(await jobs.FinishAsync(once, Describe(store, once)));
        Assert.False(await jobs.FinishAsync(again, Describe(store, again)));
        Assert.False(await jobs.FailAsync(again, "late"));

        Assert.Single((await store.Get<IStudyStore>().ListAsync(new StudyQuery())).Studies);
        Assert.Null(await jobs.NextAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_stays_when_the_study_that_it_became_is_deleted(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var jobs = store.Get<IJobStore>();
        await AddAsync(store, "a");
        var file = (await jobs.NextAsync())!;
        var study = Describe(store, file);
        await jobs.FinishAsync(file, study);

        Assert.Equal(1, await store.Get<IStudyStore>().DeleteAsync([study.Id]));

        Assert.Null(await store.Get<IStudyStore>().FindAsync(study.Id));
        Assert.Equal(1, await store.Database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM job_files WHERE state = 'done' AND study_id IS NULL")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_job_keeps_its_studies_and_its_files_wait_no_more(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var jobs = store.Get<IJobStore>();
        var id = await AddAsync(store, "a", "b", "c");
        var a = (await jobs.NextAsync())!;
        await jobs.FinishAsync(a, Describe(store, a));
        var b = (await jobs.NextAsync())!;

        Assert.True(await jobs.CancelAsync(id));
        Assert.False(await jobs.CancelAsync(id));
        Assert.False(await jobs.FinishAsync(b, Describe(store, b)));

        Assert.Equal((JobState.Cancelled, 3, 0, 1, 0), Summary(await jobs.FindAsync(id)));
        Assert.Equal(0, await jobs.CountWaitingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_paged_newest_first(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await AddAsync(store, "a"));
        }

        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await store.Get<IJobStore>().ListAsync(after, 2);
            seen.AddRange(page.Jobs.Select(job => job.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(ids, seen);
        Assert.Null(await store.Get<IJobStore>().FindAsync("nowhere"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_full_queue_takes_nothing(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var jobs = store.Get<IJobStore>();
        await AddAsync(store, 3, "a", "b");

        await Assert.ThrowsAsync<QueueFullException>(() => AddAsync(store, 3, "c", "d"));

        Assert.Single((await jobs.ListAsync(null, 10)).Jobs);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_image_of_a_file_that_waits_is_no_orphan_and_is_in_the_backup(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var id = await AddAsync(store, "a");
        var zip = Path.Combine(_folder.Path, "backup.zip");

        Assert.Equal(0, (await store.Get<OrphanCollector>().CollectAsync(-TimeSpan.FromHours(1))).Removed);
        await store.Get<StoreBackup>().WriteAsync(zip);
        using var other = TestStore.Bare(kind, postgres);
        await other.Get<StoreRestore>().ReadAsync(zip, replace: false);
        var restored = (await other.Get<IJobStore>().NextAsync())!;
        Assert.Equal("a", restored.FileName);
        Assert.NotEmpty(other.Get<ImageFiles>().Read(restored.ImageSha256));

        await store.Get<IJobStore>().CancelAsync(id);
        Assert.Equal(1, (await store.Get<OrphanCollector>().CollectAsync(-TimeSpan.FromHours(1))).Removed);
    }

    private static (JobState State, int Total, int Waiting, int Done, int Failed) Summary(StoredJob? job) =>
        (job!.State, job.Total, job.Waiting, job.Done, job.Failed);

    private static Task<string> AddAsync(TestStore store, params string[] names) => AddAsync(store, 100, names);

    private static async Task<string> AddAsync(TestStore store, int mostWaiting, params string[] names)
    {
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = store.Get<Identifiers>().New(store.Clock.GetUtcNow());
        var files = names.Select((name, place) => new JobFile
        {
            JobId = id,
            Place = place,
            FileName = name,
            Patient = null,
            ImageSha256 = store.Get<ImageFiles>().Put(Guid.NewGuid().ToByteArray()),
        }).ToList();
        await store.Get<IJobStore>().AddAsync(id, store.Clock.GetUtcNow(), files, mostWaiting);
        return id;
    }

    private static StoredStudy Describe(TestStore store, JobFile file) => store.Get<StudyIntake>().Describe(
        file.FileName,
        store.Get<ImageFiles>().Read(file.ImageSha256),
        new ImageFacts(64, 48, 8, RadiographFormat.Png),
        FakeEngine.Answer(0.5, FakeInformation.Create()),
        StudySource.Api);
}
