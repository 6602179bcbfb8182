using System.Buffers.Binary;
using System.IO.Compression;

namespace Pneumonia.Core.Package;

/// <summary>What the entries of a model's zip may be and how they are written.</summary>
internal static class ModelPackageEntries
{
    private const string Chain = "TransformerChain/";
    private const string OnnxName = "/OnnxModel";
    private const int MostRatio = 200;
    private const long RatioMattersFrom = 1 << 20;
    private const long MostOnnxBytes = 1L << 30;
    private const long MostOtherBytes = 16L << 20;

    // The earliest date that a zip can hold: two runs that train the same model write the same bytes.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an entry holds the ONNX file. Its folder's number is the step's place in the chain.</summary>
    public static bool IsOnnx(string name) =>
        name.StartsWith(Chain, StringComparison.Ordinal) && name.EndsWith(OnnxName, StringComparison.Ordinal);

    /// <summary>The ONNX file without the length that ML.NET writes before it.</summary>
    /// <exception cref="InvalidDataException">The length is not that of the rest.</exception>
    public static byte[] WithoutLength(string name, byte[] entry) =>
        entry.Length > sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(entry) == entry.Length - sizeof(int)
            ? entry[sizeof(int)..]
            : throw new InvalidDataException($"its {name} is not what ML.NET writes.");

    /// <summary>Checks an entry's name and size, before anything is unpacked.</summary>
    /// <exception cref="InvalidDataException">The entry is no part of a model, or too large.</exception>
    public static void Check(ZipArchiveEntry entry, IReadOnlyDictionary<string, long> limits)
    {
        var name = entry.FullName;
        if (name.StartsWith('/') || name.Contains('\\') || name.Contains(':') || name.Split('/').Contains(".."))
        {
            throw new InvalidDataException("one of its entries has a path that leaves the zip.");
        }

        if (!limits.TryGetValue(name, out var most) && !MlNet(name, out most) && name != ModelPackage.ManifestName)
        {
            throw new InvalidDataException("it holds an entry that is no part of a model.");
        }

        most = most == 0 ? MostOtherBytes : most;
        if (entry.Length > most)
        {
            throw new InvalidDataException($"its {name} would unpack to more than {most} bytes.");
        }

        if (entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio)
        {
            throw new InvalidDataException($"its {name} would unpack to more than {MostRatio} times its size.");
        }
    }

    /// <summary>Writes an entry. The ONNX file is stored as it is, since floats hardly shrink.</summary>
    public static void Add(ZipArchive zip, ModelEntry entry)
    {
        var added = zip.CreateEntry(entry.Name, IsOnnx(entry.Name) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        added.LastWriteTime = Timestamp;
        using var target = added.Open();
        target.Write(entry.Bytes.Span);
    }

    private static bool MlNet(string name, out long most)
    {
        most = IsOnnx(name) ? MostOnnxBytes : MostOtherBytes;
        return name is "Schema" or "TrainingInfo/Version.txt" || name.StartsWith(Chain, StringComparison.Ordinal);
    }
}
