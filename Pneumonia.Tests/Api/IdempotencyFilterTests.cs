using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pneumonia.Blazor.Api.Idempotency;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Idempotency;
using Pneumonia.Blazor.Storage.Jobs;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Api;

[Collection(StorageCollection.Name)]
public sealed class IdempotencyFilterTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_finds_its_twin_in_its_way_gets_the_twins_answer(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);

        var (replayed, told) = await SendAsync(store, "key", async _ =>
        {
            await SendAsync(store, "key", work => AddAsync(store, work));
            throw new QueueFullException(1);
        });

        Assert.True(replayed);
        Assert.False(told);
        Assert.Single((await store.Get<IJobStore>().ListAsync(null, 10)).Jobs);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_request_has_written_is_undone_where_its_twin_was_first(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);

        var (replayed, told) = await SendAsync(store, "key", async work =>
        {
            await SendAsync(store, "key", twins => AddAsync(store, twins));
            await AddAsync(store, work);
        });

        Assert.True(replayed);
        Assert.False(told);
        Assert.Single((await store.Get<IJobStore>().ListAsync(null, 10)).Jobs);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_request_has_written_before_it_failed_is_undone_and_its_key_is_free(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);

        await Assert.ThrowsAsync<QueueFullException>(() => SendAsync(store, "key", async work =>
        {
            await AddAsync(store, work);
            throw new QueueFullException(1);
        }));

        Assert.Empty((await store.Get<IJobStore>().ListAsync(null, 10)).Jobs);
        Assert.Null(await store.Get<IIdempotencyStore>().FindAsync("key"));
        Assert.Equal((false, true), await SendAsync(store, "key", work => AddAsync(store, work)));
    }

    private static Task AddAsync(TestStore store, StorageTransaction work)
    {
        var id = store.Get<Identifiers>().New(store.Clock.GetUtcNow());
        var file = new JobFile { JobId = id, Place = 0, FileName = "a.png", Patient = null, ImageSha256 = new string('0', 64) };
        return store.Get<IJobStore>().AddAsync(id, store.Clock.GetUtcNow(), [file], mostWaiting: 10, work);
    }

    /// <summary>Sends a request, and returns whether it got an earlier one's answer, and whether it was told that what it wrote stands.</summary>
    private static async Task<(bool Replayed, bool Told)> SendAsync(TestStore store, string key, Func<StorageTransaction, Task> handle)
    {
        var told = false;
        await using var scope = store.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<StorageTransaction>();
        work.WhenOver(stands =>
        {
            told = stands;
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Path = "/api/v1/jobs";
        context.Request.Headers[IdempotencyKey.Header] = key;
        var filter = new IdempotencyFilter(
            store.Get<IIdempotencyStore>(), store.Get<StorageOptions>(), Options.Create(new JsonOptions()), store.Clock);
        await filter.InvokeAsync(EndpointFilterInvocationContext.Create(context), async _ =>
        {
            await handle(work);
            return new Outcome(StatusCodes.Status202Accepted, "taken");
        });
        return (context.Response.Headers.ContainsKey(IdempotencyKey.ReplayedHeader), told);
    }
}
