using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Migrations;

/// <summary>Brings a database to the newest schema, all steps in one transaction, and only one app at a time.</summary>
public sealed class Migrator(Database database, TimeProvider clock, IReadOnlyList<Migration> migrations)
{
    /// <summary>The newest schema that this app knows.</summary>
    public int Newest => migrations[^1].Version;

    /// <exception cref="StorageException">The schema is newer than this app, or was made from other steps.</exception>
    public async Task MigrateAsync()
    {
        await database.CreateAsync();
        await database.WriteAloneAsync(transaction => ApplyAsync(transaction, Newest));
    }

    /// <summary>Applies what is missing up to a version and returns how many steps that were.</summary>
    public async Task<int> ApplyAsync(DbTransaction transaction, int upTo)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)
            """,
            transaction: transaction);
        var applied = (await connection.QueryAsync<Row>("SELECT version, checksum FROM schema_migrations", transaction: transaction))
            .ToDictionary(row => row.Version, row => row.Checksum);
        Check(applied);

        var missing = migrations.Where(migration => migration.Version <= upTo && !applied.ContainsKey(migration.Version)).ToList();
        foreach (var migration in missing)
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO schema_migrations (version, name, checksum, applied_at) VALUES (@Version, @Name, @Checksum, @Now)",
                new { migration.Version, migration.Name, migration.Checksum, Now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                transaction);
        }

        return missing.Count;
    }

    private void Check(Dictionary<int, string> applied)
    {
        if (applied.Count > 0 && applied.Keys.Max() is var version && version > Newest)
        {
            throw new StorageException(
                $"{database.Description}: its schema is version {version}, and this app knows versions up to {Newest}: use a newer app.");
        }

        if (migrations.FirstOrDefault(step => applied.TryGetValue(step.Version, out var sum) && sum != step.Checksum) is { } other)
        {
            throw new StorageException(
                $"{database.Description}: its schema was made by another {other.Name} than this app's: use the app that made it.");
        }
    }

    private sealed class Row
    {
        public int Version { get; init; }

        public string Checksum { get; init; } = string.Empty;
    }
}
