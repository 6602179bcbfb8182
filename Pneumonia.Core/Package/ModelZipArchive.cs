using System.Buffers.Binary;
using System.IO.Compression;
using Pneumonia.Core.Files;

namespace Pneumonia.Core.Package;

/// <summary>
/// The zip container under a model, opened with suspicion: exactly the known entries, sizes checked before and while unpacking, and
/// nothing ever written to disk.
/// </summary>
internal sealed class ModelZipArchive : IDisposable
{
    private const int EndRecordBytes = 22;
    private const uint EndRecordSignature = 0x06054b50;
    private const int MostDirectoryBytes = 1 << 16;
    private const int MostRatio = 200;
    private const int RatioMattersFrom = 1 << 20;

    /// <summary>Zip's first moment, so that the same input gives the same bytes.</summary>
    private static readonly DateTimeOffset s_timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _path;
    private readonly ZipArchive _zip;

    private ModelZipArchive(string path, ZipArchive zip) => (_path, _zip) = (path, zip);

    /// <summary>Opens a file and checks its directory.</summary>
    /// <exception cref="InvalidModelException">The file is missing, no zip, or holds other entries than a model's.</exception>
    public static ModelZipArchive Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidModelException(path, "is a folder, and a model is one zip file.");
        }

        return Guarded(path, () =>
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            try
            {
                VerifyEnd(path, stream);
                var archive = new ModelZipArchive(path, new ZipArchive(stream, ZipArchiveMode.Read));
                archive.VerifyDirectory();
                return archive;
            }
            catch
            {
                stream.Dispose();
                throw;
            }
        });
    }

    /// <summary>Names of its entries but the manifest, whose hashes the manifest lists.</summary>
    public IEnumerable<string> Hashed => _zip.Entries.Select(entry => entry.FullName).Where(name => name != ModelZipEntries.Manifest);

    /// <summary>Unpacks one entry and checks its length and checksum.</summary>
    /// <exception cref="InvalidModelException">The entry is damaged.</exception>
    public byte[] Read(string name) => Guarded(_path, () =>
    {
        var entry = _zip.GetEntry(name)!;
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidModelException(_path, $"its {name} is longer than the zip tells; the file is damaged.");
        }

        // The framework checks no checksum on reading, and the manifest has no hash above it. The caller checks the others' SHA-256.
        return name != ModelZipEntries.Manifest || Crc32.Compute(bytes) == entry.Crc32
            ? bytes
            : throw new InvalidModelException(_path, $"its {name} does not match its checksum; the file is damaged.");
    });

    /// <summary>Writes all entries in their order.</summary>
    public static void Write(Stream stream, string path, IReadOnlyList<ChainEntry> entries)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in entries)
        {
            if (bytes.Length > ModelZipEntries.MostBytes(name))
            {
                throw new InvalidModelException(path, $"its {name} would be larger than {ModelZipEntries.MostBytes(name)} bytes.");
            }

            var entry = zip.CreateEntry(
                name, ModelZipEntries.IsWeights(name) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            entry.LastWriteTime = s_timestamp;
            using var target = entry.Open();
            target.Write(bytes.Span);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    /// <summary>
    /// A model's zip ends with its end record, without a comment, right behind a small directory: a file cut short shows here, and no
    /// directory of millions of entries is ever read.
    /// </summary>
    private static void VerifyEnd(string path, FileStream stream)
    {
        if (stream.Length < EndRecordBytes)
        {
            throw new InvalidModelException(path, stream.Length == 0 ? (UserText)"the file is empty." : "it is no zip file.");
        }

        Span<byte> end = stackalloc byte[EndRecordBytes];
        stream.Seek(-EndRecordBytes, SeekOrigin.End);
        stream.ReadExactly(end);
        stream.Seek(0, SeekOrigin.Begin);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndRecordSignature)
        {
            throw new InvalidModelException(path, "it is no zip file, or one cut short.");
        }

        long count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        long directory = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (count < ModelZipEntries.Required.Count || count > ModelZipEntries.Most || directory < stream.Length - EndRecordBytes - MostDirectoryBytes)
        {
            throw new InvalidModelException(path, $"it holds {count} entries, and a model has {ModelZipEntries.Required.Count} to {ModelZipEntries.Most}.");
        }
    }

    private void VerifyDirectory()
    {
        foreach (var entry in _zip.Entries)
        {
            var name = entry.FullName;
            if (!ModelZipEntries.IsKnown(name) || name.Split('/').Contains(".."))
            {
                var climbs = name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains("..");
                throw new InvalidModelException(_path, climbs
                    ? (UserText)"one of its entries has a path that leaves the zip."
                    : "it holds an entry that is no part of a model.");
            }

            if (entry.Length > ModelZipEntries.MostBytes(name))
            {
                throw new InvalidModelException(_path, $"its {name} would unpack to more than {ModelZipEntries.MostBytes(name)} bytes.");
            }

            if (entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio)
            {
                throw new InvalidModelException(_path, $"its {name} would unpack to more than {MostRatio} times its size.");
            }
        }

        if (_zip.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidModelException(_path, $"it holds {twice.Key} twice.");
        }

        if (ModelZipEntries.Required.FirstOrDefault(name => _zip.GetEntry(name) is null) is { } missing)
        {
            throw new InvalidModelException(_path, $"its {missing} is missing.");
        }
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidModelException(path, "the file does not exist.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidModelException(path, "the file may not be read.", exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw new InvalidModelException(path, "it is no zip file, or a damaged one.", exception);
        }
    }
}
