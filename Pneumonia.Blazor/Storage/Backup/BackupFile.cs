using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Pneumonia.Blazor.Storage.Images;
using Pneumonia.Core;
using Pneumonia.Core.Files;

namespace Pneumonia.Blazor.Storage.Backup;

/// <summary>A backup that is read. Opening it verifies every hash.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly string _path;

    private BackupFile(ZipArchive zip, string path)
    {
        (this._zip, this._path) = (zip, path);
        Manifest = ReadManifest();
        Verify();
    }

    public BackupManifest Manifest { get; }

    /// <summary>Hashes of the images in it.</summary>
    public IEnumerable<string> Images => _zip.Entries
        .Where(entry => BackupEntries.IsImage(entry.FullName))
        .Select(entry => Path.GetFileNameWithoutExtension(entry.Name));

    /// <summary>Hashes of the models' zips in it.</summary>
    public IEnumerable<string> Models => _zip.Entries
        .Where(entry => BackupEntries.IsModel(entry.FullName))
        .Select(entry => Path.GetFileNameWithoutExtension(entry.Name));

    /// <exception cref="UserException">The file is missing, no backup, or damaged.</exception>
    public static BackupFile Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            return new BackupFile(zip, path);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or JsonException)
        {
            zip?.Dispose();
            throw new UserException($"{path}: is not a readable backup: {fault.Message}", fault);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    public IEnumerable<string> Lines(string table)
    {
        using var reader = new StreamReader(Entry(BackupEntries.Table(table)).Open());
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    public byte[] ReadImage(string hash)
    {
        using var stream = Entry(BackupEntries.Image(hash)).Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    public Stream OpenModel(string hash) => Entry(BackupEntries.Model(hash)).Open();

    public void Dispose() => _zip.Dispose();

    private BackupManifest ReadManifest()
    {
        using var stream = Entry(BackupEntries.Manifest).Open();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(stream, ModelJson.Options)!;
        return manifest.Format is >= 1 and <= BackupManifest.CurrentFormat
            ? manifest
            : throw new UserException($"{_path}: backups of format {manifest.Format} are not understood by this app.");
    }

    private void Verify()
    {
        foreach (var table in Manifest.Tables)
        {
            if (TableRows.Tables.All(known => known.Name != table.Name))
            {
                throw new UserException($"{_path}: holds the table {table.Name}, which this app does not know.");
            }

            using var stream = Entry(BackupEntries.Table(table.Name)).Open();
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != table.Sha256)
            {
                throw new UserException($"{_path}: the table {table.Name} is damaged.");
            }
        }

        if (Images.Count() != Manifest.Images)
        {
            throw new UserException($"{_path}: images are missing.");
        }

        if (Images.FirstOrDefault(hash => !ImageFiles.IsHash(hash) || ImageFiles.HashOf(ReadImage(hash)) != hash) is { } damaged)
        {
            throw new UserException($"{_path}: the image {damaged} is damaged.");
        }

        if (Models.Count() != Manifest.Models)
        {
            throw new UserException($"{_path}: zips of models are missing.");
        }

        if (Models.FirstOrDefault(hash => HashOfModel(hash) != hash) is { } broken)
        {
            throw new UserException($"{_path}: the model zip {broken} is damaged.");
        }
    }

    private string HashOfModel(string hash)
    {
        using var stream = OpenModel(hash);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private ZipArchiveEntry Entry(string name) =>
        _zip.GetEntry(name) ?? throw new UserException($"{_path}: is no backup of this app, or not whole: {name} is missing.");
}
