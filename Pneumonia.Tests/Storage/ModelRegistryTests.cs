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
            await registry.PromoteAsync(version, "pneumonia", $"{version}.zip");
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
        await registry.PromoteAsync("a", "pneumonia", "a.zip");
        var since = (await registry.LiveAsync())?.LiveSince;
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        await registry.PromoteAsync("a", "pneumonia", "a.zip");

        Assert.Equal(since, (await registry.LiveAsync())?.LiveSince);
        Assert.Single(await registry.HistoryAsync());
    }
}
