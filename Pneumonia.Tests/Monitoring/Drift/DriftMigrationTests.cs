using Dapper;
using Pneumonia.Blazor.Monitoring.Drift;
using Pneumonia.Blazor.Storage.Migrations;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Monitoring.Drift;

[Collection(StorageCollection.Name)]
public sealed class DriftMigrationTests(PostgresServer postgres)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_from_before_images_were_measured_is_kept_and_has_no_look(DatabaseKind kind)
    {
        using var store = TestStore.Bare(kind, postgres);
        await new Migrator(store.Database, store.Clock, [.. Migration.All.Where(step => step.Version == 1)]).MigrateAsync();
        await store.Database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO studies (id, received_at, source, image_sha256, image_bytes, file_name, search_text, width, height, format, model,
                probabilities, positive_class, score, threshold, verdict, urgency, refused, reasons, status)
            VALUES ('1', 1000, 'api', '0', 1, 'a.png', 'a.png', 4, 2, 'png', 'm 1', '[]', 'P', 0.5, 0.4, 'P', 1, 0, '[]', 'new')
            """,
            transaction: transaction));

        await new Migrator(store.Database, store.Clock, Migration.All).MigrateAsync();

        Assert.Null((await store.Get<IStudyStore>().FindAsync("1"))!.Look);
        var arrived = Assert.Single(await new ArrivalStore(store.Database).SinceAsync(DateTimeOffset.UnixEpoch));
        Assert.Equal((2.0, null), (arrived.ValueOf("aspectRatio", "m 1"), arrived.Brightness));
    }
}
