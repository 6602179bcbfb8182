using System.Security.Cryptography;
using Pneumonia.Core;
using Pneumonia.Core.Files;

namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>Model zips by the SHA-256 of their content: <c>abcdef….zip</c>. Written whole or not at all, never changed.</summary>
public sealed class ModelZips(string folder)
{
    private const string Incoming = ".tmp";

    // Longer than any upload takes: another app may share the folder.
    private static readonly TimeSpan s_stale = TimeSpan.FromDays(1);

    /// <summary>The file of a zip, which may be missing.</summary>
    public string PathOf(string sha256) => Path.Combine(folder, $"{sha256}.zip");

    /// <summary>Whether a zip is kept.</summary>
    public bool Exists(string? sha256) => sha256 is not null && File.Exists(PathOf(sha256));

    /// <summary>Opens a zip after its content was verified; null where it is missing or damaged. Whoever deletes it meanwhile takes nothing
    /// from who reads.</summary>
    internal FileStream? OpenVerified(string sha256)
    {
        try
        {
            var stream = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256)
            {
                stream.Position = 0;
                return stream;
            }

            stream.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes a file in, to be looked at before it is accepted.</summary>
    /// <exception cref="StorageException">It could not be stored.</exception>
    /// <exception cref="UserException">It is too large.</exception>
    internal async Task<ReceivedZip> ReceiveAsync(Stream content, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, Path.GetRandomFileName() + Incoming);
        try
        {
            Directory.CreateDirectory(folder);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 17];
            var length = 0L;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            {
                while (await content.ReadAsync(buffer, cancellation) is > 0 and var count)
                {
                    length += count;
                    if (length > ModelZipLimits.Bytes)
                    {
                        throw new UserException($"{name}: a model zip has at most {ModelZipLimits.Bytes >> 20} MB.");
                    }

                    hash.AppendData(buffer, 0, count);
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
                }

                file.Flush(flushToDisk: true);
            }

            return new ReceivedZip(path, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        catch (Exception fault)
        {
            File.Delete(path);

            // The framework makes "file too large" (EFBIG) an error of an argument.
            throw fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException
                ? new StorageException($"{name}: the model cannot be stored: {fault.Message}", fault)
                : fault;
        }
    }

    /// <summary>Keeps a zip that has arrived under its hash, durably.</summary>
    /// <exception cref="StorageException">It could not be kept.</exception>
    internal void Accept(ReceivedZip zip)
    {
        try
        {
            FileReplacement.Replace(zip.Path, PathOf(zip.Sha256));
            DirectorySync.Flush(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The model cannot be stored: {fault.Message}", fault);
        }
    }

    /// <summary>Deletes a zip; one that is gone already is no error.</summary>
    internal void Delete(string sha256)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(sha256));
        }
    }

    /// <summary>Removes what an app that was killed left behind: parts of uploads, and zips that no model has.</summary>
    internal void Sweep(IReadOnlySet<string> kept, DateTimeOffset now)
    {
        foreach (var file in Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles() : [])
        {
            var isWanted = file.Extension == ".zip" ? kept.Contains(Path.GetFileNameWithoutExtension(file.Name)) : file.Extension != Incoming;
            if (!isWanted && now - file.LastWriteTimeUtc > s_stale)
            {
                file.Delete();
            }
        }
    }
}
