using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class IdempotencyStoreTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_requests_with_one_key_at_once_one_is_stored(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);

        var stored = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => KeepAsync(store, "key"))));

        Assert.Single(stored, kept => kept);
        Assert.Single((await store.Get<IStudyStore>().ListAsync(new StudyQuery())).Studies);
        Assert.Equal("hash", (await store.Get<IIdempotencyStore>().FindAsync("key"))?.RequestHash);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_is_free_again_after_its_time(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        Assert.True(await KeepAsync(store, "key"));
        Assert.False(await KeepAsync(store, "key"));

        store.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Null(await store.Get<IIdempotencyStore>().FindAsync("key"));
        Assert.True(await KeepAsync(store, "key"));
        store.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await store.Get<IIdempotencyStore>().RemoveExpiredAsync(store.Clock.GetUtcNow()));
    }

    private static async Task<bool> KeepAsync(TestStore store, string key)
    {
        var intake = store.Get<StudyIntake>();
        var prediction = FakeEngine.Answer(0.5, FakeInformation.Create());
        var image = Guid.NewGuid().ToByteArray();
        var study = intake.Describe("a.png", image, new ImageFacts(64, 48, 8, RadiographFormat.Png), prediction, StudySource.Api);
        var answer = new StoredAnswer(key, "hash", 201, "/studies/1", "{}", store.Clock.GetUtcNow() + TimeSpan.FromHours(24));
        await using var work = new StorageTransaction(store.Database);
        try
        {
            await intake.KeepAsync(study, image, work);
            await store.Get<IIdempotencyStore>().AddAsync(answer, work);
            await work.CommitAsync();
            return true;
        }
        catch (KeyTakenException)
        {
            return false;
        }
    }
}
