using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.ML;

namespace Pneumonia.Core.Package;

/// <summary>
/// A model's zip, open for reading: ML.NET's entries and ours beside them. Nothing in it is used before <see cref="Verify"/> has
/// held every entry against the manifest's hashes; ML.NET then reads the same open file.
/// </summary>
public sealed class ModelPackage : IDisposable
{
    /// <summary>Name of the entry that lists the hashes of all others.</summary>
    public const string ManifestName = "manifest.json";

    private const int MostEntries = 64;
    private readonly Stream _stream;
    private readonly ZipArchive _zip;
    private readonly IReadOnlyDictionary<string, long> _limits;
    private bool _verified;

    private ModelPackage(Stream stream, ZipArchive zip, IReadOnlyDictionary<string, long> limits) =>
        (_stream, _zip, _limits) = (stream, zip, limits);

    /// <summary>Names of all entries but the manifest, in the zip's order.</summary>
    public IEnumerable<string> Names => _zip.Entries.Select(entry => entry.FullName).Where(name => name != ManifestName);

    /// <summary>Opens a zip and checks its directory.</summary>
    /// <param name="stream">The zip; it can seek, and is disposed with the package.</param>
    /// <param name="limits">Most unpacked bytes of entries of ours, by name; these may be in the zip beside ML.NET's.</param>
    /// <exception cref="InvalidDataException">It is no zip, or its directory is not a model's.</exception>
    public static ModelPackage Open(Stream stream, IReadOnlyDictionary<string, long> limits)
    {
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var package = new ModelPackage(stream, zip, limits);
            package.CheckDirectory();
            return package;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Writes a zip: manifest, then our entries, then ML.NET's. The same entries give the same bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="own">Our entries but the manifest.</param>
    /// <param name="chain">ML.NET's entries.</param>
    /// <param name="manifest">Makes the manifest of every other entry's SHA-256, lower-case hexadecimal, by name.</param>
    public static void Write(
        Stream stream, IReadOnlyList<ModelEntry> own, IReadOnlyList<ModelEntry> chain,
        Func<IReadOnlyDictionary<string, string>, byte[]> manifest)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in own.Concat(chain))
        {
            hashes.Add(entry.Name, Hash(entry.Bytes.Span));
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in own.Prepend(new ModelEntry(ManifestName, manifest(hashes))).Concat(chain))
        {
            ModelPackageEntries.Add(zip, entry);
        }
    }

    /// <summary>Unpacks an entry of ours.</summary>
    /// <exception cref="InvalidDataException">The entry is missing or damaged.</exception>
    public byte[] Read(string name)
    {
        var entry = _zip.GetEntry(name) ?? throw new InvalidDataException($"its {name} is missing.");
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return stream.ReadByte() < 0 ? bytes : throw new InvalidDataException($"its {name} is longer than the zip tells.");
    }

    /// <summary>Holds every entry, ML.NET's among them, against the manifest's hashes.</summary>
    /// <param name="hashes">SHA-256 of every entry but the manifest, lower-case hexadecimal, by name.</param>
    /// <exception cref="InvalidDataException">An entry is missing, is not listed, or is not what it was.</exception>
    public void Verify(IReadOnlyDictionary<string, string> hashes)
    {
        if (hashes.Keys.Except(Names).FirstOrDefault() is { } missing)
        {
            throw new InvalidDataException($"its {missing} is missing.");
        }

        foreach (var name in Names)
        {
            if (!hashes.TryGetValue(name, out var expected))
            {
                throw new InvalidDataException($"its {name} is not in the manifest.");
            }

            using var content = _zip.GetEntry(name)!.Open();
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != expected)
            {
                throw new InvalidDataException($"its {name} does not match the manifest's hash.");
            }
        }

        _verified = true;
    }

    /// <summary>The ONNX file, for ONNX Runtime itself: it takes batches and threads, as ML.NET's chain does not.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than one.</exception>
    public byte[] ReadOnnx()
    {
        CheckVerified();
        return Names.Where(ModelPackageEntries.IsOnnx).ToArray() is [var name]
            ? ModelPackageEntries.WithoutLength(name, Read(name))
            : throw new InvalidDataException("it holds no ONNX file, or several.");
    }

    /// <summary>The model as ML.NET loads it. Dispose of what comes back: it holds an ONNX session and a temporary file.</summary>
    /// <param name="ml">ML.NET, which must know the assembly of the chain's mappings.</param>
    /// <param name="inputSchema">What the model's input looks like.</param>
    public ITransformer Load(MLContext ml, out DataViewSchema inputSchema)
    {
        CheckVerified();
        _stream.Position = 0;
        return ml.Model.Load(_stream, out inputSchema);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _zip.Dispose();
        _stream.Dispose();
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void CheckVerified()
    {
        if (!_verified)
        {
            throw new InvalidOperationException("The package has not been verified.");
        }
    }

    private void CheckDirectory()
    {
        if (_zip.Entries.Count > MostEntries)
        {
            throw new InvalidDataException($"it holds {_zip.Entries.Count} entries, and a model has {MostEntries} at most.");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in _zip.Entries)
        {
            ModelPackageEntries.Check(entry, _limits);
            if (!seen.Add(entry.FullName))
            {
                throw new InvalidDataException($"it holds {entry.FullName} twice.");
            }
        }

        if (!seen.Contains(ManifestName))
        {
            throw new InvalidDataException($"its {ManifestName} is missing.");
        }
    }
}
