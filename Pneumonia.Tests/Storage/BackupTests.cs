using System.IO.Compression;
using System.Text.Json.Nodes;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Backup;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Migrations;
using Pneumonia.Blazor.Storage.Readings;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Tests.Monitoring;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class BackupTests(PostgresServer postgres) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Zip => Path.Combine(_folder.Path, "backup.zip");

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task After_everything_is_lost_a_backup_brings_it_back(DatabaseKind kind)
    {
        using var lost = await TestStore.CreateAsync(kind, postgres);
        var studies = await FillAsync(lost);
        var manifest = await lost.Get<StoreBackup>().WriteAsync(Zip);
        Assert.Equal((3, 0), (manifest.Images, manifest.Missing.Count));
        Assert.Equal((1, 0), (manifest.Models, manifest.MissingModels.Count));
        lost.Dispose();

        using var store = TestStore.Bare(kind, postgres);
        await store.Get<StoreRestore>().ReadAsync(Zip, replace: false);

        await AssertHoldsAsync(store, studies);
        Assert.Equal(KnownModel.VersionOf("known"), (await store.Get<IModelRegistry>().LiveAsync())?.Version);
        Assert.Single(await store.Get<IReadingStore>().ListAsync(studies[0].Id));
        Assert.Single(await store.Get<ICorrectionStore>().ListAsync());
        Assert.Contains(AuditActions.StoreRestored, (await store.Get<IAuditLog>().ListAsync()).Select(entry => entry.Action));
    }

    [Theory, OnPostgres]
    public async Task A_backup_of_one_database_is_restored_into_the_other(DatabaseKind other)
    {
        using var sqlite = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        var studies = await FillAsync(sqlite);
        await sqlite.Get<StoreBackup>().WriteAsync(Zip);
        using var there = TestStore.Bare(other, postgres);
        await there.Get<StoreRestore>().ReadAsync(Zip, replace: false);
        await AssertHoldsAsync(there, studies);

        await there.Get<StoreBackup>().WriteAsync(Zip);
        using var back = TestStore.Bare(DatabaseKind.Sqlite, postgres);
        await back.Get<StoreRestore>().ReadAsync(Zip, replace: false);
        await AssertHoldsAsync(back, studies);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_store_that_holds_studies_is_replaced_only_where_that_is_asked_for(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = await FillAsync(store);
        await store.Get<StoreBackup>().WriteAsync(Zip);
        var later = await store.KeepAsync("later.png");

        var refusal = await Assert.ThrowsAsync<UserException>(() => store.Get<StoreRestore>().ReadAsync(Zip, replace: false));
        Assert.EndsWith("holds 4 studies already; --replace puts the backup in their place.", refusal.Message);
        Assert.NotNull(await store.Get<IStudyStore>().FindAsync(later.Id));

        await store.Get<StoreRestore>().ReadAsync(Zip, replace: true);
        await AssertHoldsAsync(store, studies);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_damaged_backup_is_refused_and_the_store_stays_as_it_is(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = await FillAsync(store);
        await store.Get<StoreBackup>().WriteAsync(Zip);
        var model = await ModelEntryAsync(store);
        await Assert.ThrowsAsync<UserException>(() => RestoreWithout(store, "backup.json"));
        await Assert.ThrowsAsync<UserException>(() => RestoreWithout(store, "tables/studies.jsonl"));
        await Assert.ThrowsAsync<UserException>(() => RestoreWithout(store, $"images/{studies[0].ImageSha256}.bin"));
        await Assert.ThrowsAsync<UserException>(() => RestoreWithout(store, model));
        File.WriteAllBytes(Zip, [.. File.ReadAllBytes(Zip).SkipLast(100)]);
        await Assert.ThrowsAsync<UserException>(() => store.Get<StoreRestore>().ReadAsync(Zip, replace: true));

        await AssertHoldsAsync(store, studies);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_backup_of_an_older_schema_is_brought_forward(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = await FillAsync(store);
        await store.Get<StoreBackup>().WriteAsync(Zip);
        var next = new Migration(Migration.All[^1].Version + 1, "9999_next", "UPDATE studies SET patient = 'known' WHERE patient IS NULL");
        var migrator = new Migrator(store.Database, store.Clock, [.. Migration.All, next]);

        await new StoreRestore(store.Database, migrator, store.Get<ImageFiles>(), store.Get<ModelZips>(), store.Get<IAuditLog>(), store.Clock)
            .ReadAsync(Zip, replace: true);

        Assert.Equal("known", (await store.Get<IStudyStore>().FindAsync(studies[0].Id))?.Patient);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_image_that_is_damaged_already_is_named_and_the_others_are_saved(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = await FillAsync(store);
        var hash = studies[0].ImageSha256;
        File.WriteAllText(Path.Combine(store.Images, hash[..2], $"{hash}.bin"), "rotten");

        var manifest = await store.Get<StoreBackup>().WriteAsync(Zip);

        Assert.Equal([hash], manifest.Missing);
        Assert.Equal(2, manifest.Images);
        await store.Get<StoreRestore>().ReadAsync(Zip, replace: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_models_zip_that_is_damaged_already_is_named_and_all_else_is_saved(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var studies = await FillAsync(store);
        var hash = (await store.Get<IModelRegistry>().LiveAsync())!.ZipSha256!;
        File.WriteAllText(store.Get<ModelZips>().PathOf(hash), "rotten");

        var manifest = await store.Get<StoreBackup>().WriteAsync(Zip);

        Assert.Equal([hash], manifest.MissingModels);
        Assert.Equal((3, 0), (manifest.Images, manifest.Models));
        using var other = TestStore.Bare(kind, postgres);
        await other.Get<StoreRestore>().ReadAsync(Zip, replace: false);
        Assert.Equal(studies.Count, (await other.Get<IStudyStore>().ListAsync(new StudyQuery())).Studies.Count);
    }

    [Fact]
    public async Task A_backup_from_before_models_were_in_it_is_restored_without_them()
    {
        using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        var studies = await FillAsync(store);
        await store.Get<StoreBackup>().WriteAsync(Zip);
        var model = await ModelEntryAsync(store);
        using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Update))
        {
            zip.GetEntry(model)!.Delete();
            using var manifest = zip.GetEntry("backup.json")!.Open();
            var json = JsonNode.Parse(manifest)!.AsObject();
            json["format"] = 1;
            Assert.True(json.Remove("models") && json.Remove("missingModels"));
            manifest.SetLength(0);
            manifest.Write(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        }

        using var other = TestStore.Bare(DatabaseKind.Sqlite, postgres);
        await other.Get<StoreRestore>().ReadAsync(Zip, replace: false);

        Assert.Equal(
            studies.Count, await other.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM studies")));
        Assert.False(other.Get<ModelZips>().Exists((await other.Get<IModelRegistry>().LiveAsync())!.ZipSha256));
    }

    private static async Task<string> ModelEntryAsync(TestStore store) =>
        $"models/{(await store.Get<IModelRegistry>().LiveAsync())!.ZipSha256}.zip";

    private static async Task<List<StoredStudy>> FillAsync(TestStore store)
    {
        var studies = new List<StoredStudy>();
        for (var i = 0; i < 3; i++)
        {
            studies.Add(await store.KeepAsync($"Größe {i} \"x\".png", score: i / 3.0));
        }

        await store.Get<IReadingStore>().AddAsync(studies[0].Id, "NORMAL", blind: true);
        await store.Get<ICorrectionStore>().AddAsync(studies[0].Id, "NORMAL");
        await KnownModel.RegisterAsync(store.Services);
        await store.Get<IModelRegistry>().PromoteAsync(KnownModel.VersionOf("known"));
        return studies;
    }

    private static async Task AssertHoldsAsync(TestStore store, IReadOnlyCollection<StoredStudy> studies)
    {
        Assert.Equal(studies.Count, await store.Database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM studies")));
        foreach (var study in studies)
        {
            var found = await store.Get<IStudyStore>().FindAsync(study.Id);
            Assert.Equivalent(study with { Status = found!.Status }, found, strict: true);
            Assert.NotEmpty(store.ImageOf(study));
        }

        using var model = store.Get<ModelZips>().OpenVerified((await store.Get<IModelRegistry>().LiveAsync())!.ZipSha256!);
        Assert.NotNull(model);
    }

    private async Task RestoreWithout(TestStore store, string entry)
    {
        var copy = Path.Combine(_folder.Path, "copy.zip");
        File.Copy(Zip, copy, overwrite: true);
        using (var zip = ZipFile.Open(copy, ZipArchiveMode.Update))
        {
            zip.GetEntry(entry)!.Delete();
        }

        await store.Get<StoreRestore>().ReadAsync(copy, replace: true);
    }
}
