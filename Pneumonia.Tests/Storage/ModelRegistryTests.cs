using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Registry;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class ModelRegistryTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Roll_backs_retrace_the_promotions(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var registry = store.Get<IModelRegistry>();
        Assert.Null(await registry.LiveAsync());
        foreach (var version in new[] { "a", "b", "c" })
        {
            await registry.RegisterAsync(Model(version));
            await registry.PromoteAsync(version);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("c", (await registry.LiveAsync())?.Version);
        Assert.Equal("b", (await registry.RollBackAsync("worse on children"))?.Version);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("a", (await registry.RollBackAsync())?.Version);
        Assert.Null(await registry.RollBackAsync());

        Assert.Equal("a", (await registry.LiveAsync())?.Version);
        Assert.Equal(["a", "c", "b"], (await registry.ListAsync()).Select(model => model.Version));
        Assert.Equal(["a", "b", "c", "b", "a"], (await registry.HistoryAsync()).Select(change => change.Version));
        Assert.Equal("worse on children", (await registry.HistoryAsync())[1].Note);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Promoting_the_model_in_service_changes_nothing(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var registry = store.Get<IModelRegistry>();
        await registry.RegisterAsync(Model("a"));
        await registry.PromoteAsync("a");
        var since = (await registry.LiveAsync())?.LiveSince;
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        await registry.PromoteAsync("a");

        Assert.Equal(since, (await registry.LiveAsync())?.LiveSince);
        Assert.Single(await registry.HistoryAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_roll_back_skips_what_was_deleted_and_what_is_in_service_cannot_be_deleted(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var registry = store.Get<IModelRegistry>();
        foreach (var version in new[] { "a", "b", "c" })
        {
            await registry.RegisterAsync(Model(version));
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            await registry.PromoteAsync(version);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.False(await registry.DeleteAsync("c"));
        Assert.True(await registry.DeleteAsync("b"));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("a", (await registry.BeforeLiveAsync())?.Version);
        Assert.Equal("a", (await registry.RollBackAsync())?.Version);
        Assert.Null(await registry.BeforeLiveAsync());
        Assert.Equal(["a", "c"], (await registry.ListAsync()).Select(model => model.Version));
        Assert.Equal(["a", "c", "b", "a"], (await registry.HistoryAsync()).Select(change => change.Version));

        await registry.RegisterAsync(Model("b"));
        Assert.Equal(["a", "b", "c"], (await registry.ListAsync()).Select(model => model.Version));
        Assert.Equal(
            [AuditActions.ModelRegistered, AuditActions.ModelDeleted, AuditActions.ModelPromoted, AuditActions.ModelRegistered],
            (await store.Get<IAuditLog>().ListAsync("b")).Select(entry => entry.Action));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_registry_knows_which_file_it_was_offered_last(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var registry = store.Get<IModelRegistry>();
        Assert.Null(await registry.LastOfferedZipAsync());
        foreach (var version in new[] { "a", "b" })
        {
            await registry.RegisterAsync(Model(version));
            await registry.OfferedAsync(version);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("zip of b", await registry.LastOfferedZipAsync());
        await registry.OfferedAsync("a");
        Assert.True(await registry.DeleteAsync("a"));
        Assert.Equal("zip of a", await registry.LastOfferedZipAsync());
    }

    private static NewModel Model(string version) => new(version, "pneumonia", $"zip of {version}", 1000, ModelOrigin.Upload);
}
