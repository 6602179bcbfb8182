using System.Data.Common;
using Dapper;
using Pneumonia.Blazor.Storage.Auditing;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Migrations;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>Puts a backup back: images and models first, then all rows in one transaction. Until that is done, the store is what it was.</summary>
public sealed class StoreRestore(Database database, Migrator migrator, ImageFiles images, ModelZips zips, IAuditLog audit, TimeProvider clock)
{
    /// <param name="path">The backup.</param>
    /// <param name="replace">Whether a store that holds studies may be replaced.</param>
    /// <exception cref="UserException">The backup is damaged or newer than this app, or the store is not empty.</exception>
    public async Task<BackupManifest> ReadAsync(string path, bool replace)
    {
        using var backup = BackupFile.Open(path);
        if (backup.Manifest.Schema > migrator.Newest)
        {
            throw new UserException(
                $"{path}: its schema is version {backup.Manifest.Schema}, and this app knows versions up to {migrator.Newest}: use a newer app.");
        }

        images.Create();
        await migrator.MigrateAsync();
        await database.ReadAsync(async connection =>
        {
            await CheckEmptyAsync(connection, null, replace);
            return true;
        });
        foreach (var hash in backup.Images)
        {
            images.Put(backup.ReadImage(hash));
        }

        foreach (var hash in backup.Models)
        {
            await using var content = backup.OpenModel(hash);
            using var zip = await zips.ReceiveAsync(content, path, CancellationToken.None);
            zips.Accept(zip);
        }

        await database.WriteAloneAsync(async transaction =>
        {
            await CheckEmptyAsync(transaction.Connection!, transaction, replace);
            await FillAsync(backup, transaction, path);
            return true;
        });
        return backup.Manifest;
    }

    private async Task CheckEmptyAsync(DbConnection connection, DbTransaction? transaction, bool replace)
    {
        if (!replace && await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM studies", transaction: transaction) is > 0 and var count)
        {
            throw new UserException($"{database.Description} holds {count} studies already; --replace puts the backup in their place.");
        }
    }

    // In the schema of the backup first: what later steps do to the rows, they do to these, too.
    private async Task FillAsync(BackupFile backup, DbTransaction transaction, string path)
    {
        var connection = transaction.Connection!;
        foreach (var (table, _) in TableRows.Tables.Reverse())
        {
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS {table}", transaction: transaction);
        }

        await connection.ExecuteAsync("DELETE FROM schema_migrations", transaction: transaction);
        await migrator.ApplyAsync(transaction, backup.Manifest.Schema);
        foreach (var table in backup.Manifest.Tables)
        {
            await TableRows.InsertAsync(transaction, table.Name, backup.Lines(table.Name));
            if (TableRows.Write(database, transaction, table.Name, Stream.Null) != table)
            {
                throw new UserException($"{path}: the table {table.Name} did not arrive as it was written; nothing has been changed.");
            }
        }

        await migrator.ApplyAsync(transaction, migrator.Newest);
        await audit.AddAsync(
            transaction, clock.GetUtcNow(), AuditActions.StoreRestored, "store", $"backup of {backup.Manifest.Created:u}");
    }
}
