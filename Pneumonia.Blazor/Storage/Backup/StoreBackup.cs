using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Dapper;
using Pneumonia.Blazor.Storage.Databases;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;
using Pneumonia.Core.Files;

namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>Writes everything that is stored into one zip, while the app goes on: the rows as they are at one moment, and their images
/// and models, which never change.</summary>
public sealed class StoreBackup(Database database, ImageFiles images, ModelZips zips, TimeProvider clock)
{
    /// <exception cref="UserException">The file cannot be written, or the store cannot be read.</exception>
    public Task<BackupManifest> WriteAsync(string path) => database.SnapshotAsync(transaction =>
    {
        BackupManifest? manifest = null;
        AtomicFile.Write(path, stream => manifest = Write(stream, transaction));
        DirectorySync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return Task.FromResult(manifest!);
    });

    private BackupManifest Write(Stream stream, DbTransaction transaction)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var connection = transaction.Connection!;
        var schema = connection.ExecuteScalar<int>("SELECT MAX(version) FROM schema_migrations", transaction: transaction);
        var tables = new List<BackupTable>();
        foreach (var (table, _) in TableRows.Tables)
        {
            using var entry = zip.CreateEntry(BackupEntries.Table(table)).Open();
            tables.Add(TableRows.Write(database, transaction, table, entry));
        }

        var (copiedImages, missingImages) = CopyImages(zip, Hashes(
            "SELECT image_sha256 FROM studies UNION SELECT image_sha256 FROM job_files WHERE state = 'waiting'"));
        var (copiedModels, missingModels) = CopyModels(zip, Hashes(
            "SELECT DISTINCT zip_sha256 FROM models WHERE deleted_at IS NULL AND zip_sha256 IS NOT NULL"));
        var manifest = new BackupManifest
        {
            Schema = schema, Created = clock.GetUtcNow(), Tables = tables,
            Images = copiedImages, Missing = missingImages, Models = copiedModels, MissingModels = missingModels,
        };
        using var last = zip.CreateEntry(BackupEntries.Manifest).Open();
        JsonSerializer.Serialize(last, manifest, ModelJson.Options);
        return manifest;

        List<string> Hashes(string query) => [.. connection.Query<string>(query, transaction: transaction)];
    }

    private (int Copied, List<string> Missing) CopyImages(ZipArchive zip, IEnumerable<string> hashes)
    {
        var (copied, missing) = (0, new List<string>());
        foreach (var hash in hashes)
        {
            if (TryRead(hash) is not { } content)
            {
                missing.Add(hash);
                continue;
            }

            // JPEG and PNG are compressed already.
            using var entry = zip.CreateEntry(BackupEntries.Image(hash), CompressionLevel.NoCompression).Open();
            entry.Write(content);
            copied++;
        }

        return (copied, missing);
    }

    private (int Copied, List<string> Missing) CopyModels(ZipArchive zip, IEnumerable<string> hashes)
    {
        var (copied, missing) = (0, new List<string>());
        foreach (var hash in hashes)
        {
            using var content = zips.OpenVerified(hash);
            if (content is null)
            {
                missing.Add(hash);
                continue;
            }

            // Weights hardly compress.
            using var entry = zip.CreateEntry(BackupEntries.Model(hash), CompressionLevel.NoCompression).Open();
            content.CopyTo(entry);
            copied++;
        }

        return (copied, missing);
    }

    // One damaged image must not keep all others from being saved.
    private byte[]? TryRead(string hash)
    {
        try
        {
            return images.Read(hash);
        }
        catch (StorageException)
        {
            return null;
        }
    }
}
