using Dapper;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Migrations;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Tests.Storage;

[Collection(StorageCollection.Name)]
public sealed class MigratorTests(PostgresServer postgres)
{
    private static readonly Migration s_next = new(
        Migration.All[^1].Version + 1, "9999_next", "ALTER TABLE studies ADD COLUMN view TEXT; CREATE TABLE extra (id TEXT PRIMARY KEY);");

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_released_schema_is_brought_forward_with_what_it_holds(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var study = await store.KeepAsync("a.png");

        await Migrate(store, [.. Migration.All, s_next]);
        await Migrate(store, [.. Migration.All, s_next]);

        Assert.Equivalent(study, await store.Get<IStudyStore>().FindAsync(study.Id), strict: true);
        Assert.Equal(0, await CountAsync(store, "SELECT COUNT(*) FROM extra"));
        Assert.Equal(s_next.Checksum, await store.Database.ReadAsync(connection =>
            connection.ExecuteScalarAsync<string>("SELECT checksum FROM schema_migrations ORDER BY version DESC LIMIT 1")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_study_from_before_the_triage_has_none(DatabaseKind kind)
    {
        using var store = TestStore.Bare(kind, postgres);
        await Migrate(store, [.. Migration.All.Take(1)]);
        await store.Database.ReadAsync(connection => connection.ExecuteAsync(
            """
            INSERT INTO studies (id, received_at, source, image_sha256, image_bytes, file_name, search_text, width, height, format, model,
                probabilities, positive_class, score, threshold, verdict, urgency, refused, reasons, status)
            VALUES ('old', 1, 'api', 'ab', 1, 'a.png', 'a.png', 1, 1, 'png', 'm', '[]', 'PNEUMONIA', 0.5, 0.4, 'PNEUMONIA', 2, 0, '[]', 'new')
            """));

        await Migrate(store, Migration.All);

        var study = await store.Get<IStudyStore>().FindAsync("old");
        Assert.Null(study!.Triage);
        Assert.Null(study.Meaning);
        Assert.Equal(0.5, study.Score);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newer_schema_is_refused_in_a_sentence(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        await Migrate(store, [.. Migration.All, s_next]);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => Migrate(store, Migration.All));

        Assert.EndsWith($"its schema is version {s_next.Version}, and this app knows versions up to {Migration.All[^1].Version}: use a newer app.", refusal.Message);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_was_changed_after_its_release_is_refused(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var changed = Migration.All[0] with { Sql = Migration.All[0].Sql + "\n-- changed" };

        var refusal = await Assert.ThrowsAsync<StorageException>(() => Migrate(store, [changed, .. Migration.All.Skip(1)]));

        Assert.Contains("made by another 0001_initial", refusal.Message);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_fails_leaves_the_schema_as_it_was(DatabaseKind kind)
    {
        using var store = await TestStore.CreateAsync(kind, postgres);
        var broken = s_next with { Version = s_next.Version + 1, Sql = "CREATE TABLE half (id TEXT); SELECT nonsense;" };

        await Assert.ThrowsAnyAsync<Exception>(() => Migrate(store, [.. Migration.All, s_next, broken]));

        Assert.Equal(Migration.All.Count, await CountAsync(store, "SELECT COUNT(*) FROM schema_migrations"));
        await Migrate(store, Migration.All);
        await Migrate(store, [.. Migration.All, s_next, broken with { Sql = "CREATE TABLE half (id TEXT)" }]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Apps_that_start_at_the_same_time_make_the_schema_once(DatabaseKind kind)
    {
        using var store = TestStore.Bare(kind, postgres);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Migrate(store, Migration.All))));

        Assert.Equal(Migration.All.Count, await CountAsync(store, "SELECT COUNT(*) FROM schema_migrations"));
    }

    private static Task Migrate(TestStore store, IReadOnlyList<Migration> migrations) =>
        new Migrator(store.Database, store.Clock, migrations).MigrateAsync();

    private static Task<long> CountAsync(TestStore store, string sql) =>
        store.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql));
}
