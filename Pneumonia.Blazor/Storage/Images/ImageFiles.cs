using System.Buffers;
using System.Security.Cryptography;
using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage.Images;

/// <summary>Image files by the SHA-256 of their content: <c>ab/abcdef….bin</c>. Written whole or not at all, never changed; their time is
/// when they were last stored, by the clock that tells how old they are.</summary>
public sealed class ImageFiles(string folder, TimeProvider clock)
{
    private const int HashLength = 64;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    internal string Incoming => Path.Combine(folder, "incoming");

    internal string Removing => Path.Combine(folder, "removing");

    private string Damaged => Path.Combine(folder, "damaged");

    /// <summary>SHA-256 as 64 hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static bool IsHash(string text) => text.Length == HashLength && !text.AsSpan().ContainsAnyExcept(s_digits);

    /// <summary>Makes the folders. Later, a folder that is gone is an error and not made again: its images are lost.</summary>
    public void Create() => Guard("made", () =>
    {
        foreach (var name in Enumerable.Range(0, 256).Select(i => i.ToString("x2")).Concat(["incoming", "damaged", "removing"]))
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        DirectorySync.Flush(folder);
        DirectorySync.Flush(Path.GetDirectoryName(folder)!);
    });

    /// <summary>Stores an image and returns its hash once it is durable.</summary>
    /// <exception cref="StorageException">It could not be stored.</exception>
    public string Put(ReadOnlySpan<byte> content)
    {
        var hash = HashOf(content);
        var path = PathOf(hash);
        try
        {
            if (!IsPresent(path, content))
            {
                Write(path, content);
            }

            // Even for a file that was there: whoever wrote it may not have come this far yet.
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
            return hash;
        }
        catch (Exception fault) when (IsOutage(fault))
        {
            throw Explain("written", fault);
        }
    }

    /// <summary>Reads an image and verifies it.</summary>
    /// <exception cref="StorageException">It is missing or damaged.</exception>
    public byte[] Read(string hash)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(PathOf(hash));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The image {hash} is missing or cannot be read.", fault);
        }

        return HashOf(content) == hash ? content : throw new StorageException($"The image {hash} is damaged.");
    }

    public bool Exists(string hash) => File.Exists(PathOf(hash));

    /// <summary>Hashes of the images that are there.</summary>
    public IEnumerable<string> Hashes() => Directory.EnumerateFiles(folder, "*.bin", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)!).Length == 2)
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(IsHash);

    /// <summary>Fails unless an image of this size could be stored now.</summary>
    /// <exception cref="StorageException">There is no room, or the folder is gone.</exception>
    public void CheckRoom(long bytes) => Guard("written", () =>
    {
        using var probe = new FileStream(Path.Combine(Incoming, Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            PreallocationSize = bytes,
            BufferSize = 0,
            Options = FileOptions.DeleteOnClose,
        });

        // A file system that reserves nothing still refuses a last byte that it has no place for.
        probe.Position = bytes - 1;
        probe.WriteByte(0);
    });

    internal string PathOf(string hash) => IsHash(hash)
        ? Path.Combine(folder, hash[..2], $"{hash}.bin")
        : throw new ArgumentException("Not a SHA-256.", nameof(hash));

    private bool IsPresent(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            if (content.SequenceEqual(File.ReadAllBytes(path)))
            {
                return true;
            }

            File.Move(path, Path.Combine(Damaged, $"{Path.GetFileName(path)}.{Path.GetRandomFileName()}"));
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = Path.Combine(Incoming, Path.GetRandomFileName());
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                stream.Write(content);
                File.SetLastWriteTimeUtc(stream.SafeFileHandle, clock.GetUtcNow().UtcDateTime);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (IsPresent(path, content))
        {
            // Somebody else stored the same image meanwhile.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void Guard(UserText what, Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (IsOutage(fault))
        {
            throw Explain(what, fault);
        }
    }

    // The framework makes "file too large" (EFBIG) an error of an argument.
    private static bool IsOutage(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private StorageException Explain(UserText what, Exception fault) =>
        DiskFault.IsFull(fault)
            ? new StorageFullException($"Image folder {folder}: the disk is full.", fault)
            : new StorageUnavailableException($"Image folder {folder}: it cannot be {what}: {fault.Message}", fault);
}
