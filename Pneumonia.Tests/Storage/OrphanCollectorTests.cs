using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Sweeping;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class OrphanCollectorTests(PostgresServer postgres)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task Images_without_a_study_go_once_they_are_old_and_all_others_stay(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");
        var images = store.Get<ImageFiles>();
        var orphan = images.Put("orphan"u8);
        var half = Path.Combine(store.Images, "incoming", "half");
        File.WriteAllText(half, "half");
        File.SetLastWriteTimeUtc(half, store.Clock.GetUtcNow().UtcDateTime);

        var soon = await store.Get<OrphanCollector>().CollectAsync(s_hour);
        Assert.Equal((0, 0), (soon.Removed, soon.Unfinished));
        Assert.True(images.Exists(orphan));

        store.Clock.Advance(2 * s_hour);
        var later = await store.Get<OrphanCollector>().CollectAsync(s_hour);
        Assert.Equal((1, 1), (later.Removed, later.Unfinished));
        Assert.Empty(later.Missing);
        Assert.Equal([study.ImageSha256], images.Hashes());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_without_its_image_is_reported(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");
        File.Delete(Path.Combine(store.Images, study.ImageSha256[..2], $"{study.ImageSha256}.bin"));

        Assert.Equal([study.ImageSha256], (await store.Get<OrphanCollector>().CollectAsync(s_hour)).Missing);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_image_that_is_needed_by_the_time_it_would_go_is_put_back(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var images = store.Get<ImageFiles>();
        var hash = images.Put("late"u8);

        var removed = await new ImageRemover(images).RemoveAsync(hash, store.Clock.GetUtcNow().UtcDateTime + s_hour, () => Task.FromResult(true));

        Assert.False(removed);
        Assert.Equal("late"u8.ToArray(), images.Read(hash));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removal_that_was_cut_short_is_undone(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");
        var file = $"{study.ImageSha256}.bin";
        File.Move(Path.Combine(store.Images, study.ImageSha256[..2], file), Path.Combine(store.Images, "removing", file));

        await store.Get<OrphanCollector>().CollectAsync(s_hour);

        Assert.NotEmpty(store.ImageOf(study));
    }
}
