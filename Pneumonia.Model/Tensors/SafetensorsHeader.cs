using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Pneumonia.Model.Tensors;

// The header of a safetensors file. Its entries are in the order of their bytes, which lie end to end.
internal sealed class SafetensorsHeader
{
    private const int MaxBytes = 100_000_000;
    private const string MetadataKey = "__metadata__";

    private static readonly Dictionary<ScalarType, (string Name, int Bytes)> s_types = new()
    {
        [ScalarType.Bool] = ("BOOL", 1),
        [ScalarType.Byte] = ("U8", 1),
        [ScalarType.Int32] = ("I32", 4),
        [ScalarType.Int64] = ("I64", 8),
        [ScalarType.Float16] = ("F16", 2),
        [ScalarType.BFloat16] = ("BF16", 2),
        [ScalarType.Float32] = ("F32", 4),
        [ScalarType.Float64] = ("F64", 8),
    };

    private SafetensorsHeader(List<Entry> entries, IReadOnlyDictionary<string, string>? metadata = null) =>
        (Entries, Metadata) = (entries, metadata);

    internal IReadOnlyList<Entry> Entries { get; }

    internal IReadOnlyDictionary<string, string>? Metadata { get; }

    // The widest types first, so that every tensor starts at a multiple of its element's size.
    internal static SafetensorsHeader Of(IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata)
    {
        long start = 0;
        var entries = new List<Entry>();
        var widestFirst = tensors.OrderByDescending(entry => s_types[entry.Value.dtype].Bytes)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal);
        foreach (var (name, tensor) in widestFirst)
        {
            if (name == MetadataKey)
                throw new ArgumentException($"A tensor cannot be called {MetadataKey}.");
            var length = tensor.numel() * s_types[tensor.dtype].Bytes;
            entries.Add(new Entry(name, tensor.dtype, tensor.shape, start, length));
            start += length;
        }

        return new SafetensorsHeader(entries, metadata);
    }

    internal static SafetensorsHeader Read(Stream stream)
    {
        try
        {
            var prefix = new byte[8];
            stream.ReadExactly(prefix);
            var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
            if (length > MaxBytes || (stream.CanSeek && (long)length > stream.Length - stream.Position))
                throw new InvalidDataException($"A header of {length} bytes is longer than the file or than allowed.");
            var json = new byte[length];
            stream.ReadExactly(json);
            using var document = JsonDocument.Parse(json);
            return new SafetensorsHeader(Check(Parse(document.RootElement)), ParseMetadata(document.RootElement));
        }
        catch (Exception e) when (e is EndOfStreamException or JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The header cannot be read: {e.Message}", e);
        }
    }

    internal byte[] ToBytes()
    {
        var root = new JsonObject();
        if (Metadata is not null)
            root[MetadataKey] = new JsonObject(Metadata.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
        foreach (var entry in Entries)
        {
            root[entry.Name] = new JsonObject
            {
                ["dtype"] = s_types[entry.Type].Name,
                ["shape"] = new JsonArray([.. entry.Shape.Select(length => JsonValue.Create(length))]),
                ["data_offsets"] = new JsonArray(entry.Start, entry.Start + entry.Length),
            };
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(root);
        var bytes = new byte[8 + (json.Length + 7) / 8 * 8];
        bytes.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)bytes.Length - 8);
        json.CopyTo(bytes, 8);
        return bytes;
    }

    private static Dictionary<string, string>? ParseMetadata(JsonElement root) => root.TryGetProperty(MetadataKey, out var metadata)
        ? metadata.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "")
        : null;

    private static IEnumerable<Entry> Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException("The header is not a JSON object.");
        foreach (var property in root.EnumerateObject().Where(property => property.Name != MetadataKey))
        {
            Entry entry;
            try
            {
                var type = property.Value.GetProperty("dtype").GetString();
                var shape = property.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()).ToArray();
                var offsets = property.Value.GetProperty("data_offsets").EnumerateArray().Select(at => at.GetInt64()).ToArray();
                var known = s_types.Where(known => known.Value.Name == type).ToList();
                if (known.Count == 0)
                    throw new InvalidDataException($"Tensor {property.Name} has the unknown type {type}.");
                var bytes = shape.Aggregate((long)known[0].Value.Bytes, (product, length) => checked(product * length));
                if (shape.Any(length => length < 0) || offsets.Length != 2 || offsets[0] < 0 || offsets[1] - offsets[0] != bytes)
                    throw new InvalidDataException($"Tensor {property.Name} has a shape and data offsets that disagree.");
                entry = new Entry(property.Name, known[0].Key, shape, offsets[0], bytes);
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException
                or OverflowException)
            {
                throw new InvalidDataException($"Tensor {property.Name} is described wrongly: {e.Message}", e);
            }

            yield return entry;
        }
    }

    private static List<Entry> Check(IEnumerable<Entry> parsed)
    {
        var entries = parsed.OrderBy(entry => entry.Start).ThenBy(entry => entry.Length).ToList();
        long end = 0;
        var names = new HashSet<string>();
        foreach (var entry in entries)
        {
            if (!names.Add(entry.Name))
                throw new InvalidDataException($"There are two tensors {entry.Name}.");
            if (entry.Start != end)
                throw new InvalidDataException($"Tensor {entry.Name} starts at byte {entry.Start}, where {end} was expected.");
            end = entry.Start + entry.Length;
        }

        return entries;
    }

    // A tensor's name, type, shape, and place after the header, in bytes.
    internal sealed record Entry(string Name, ScalarType Type, long[] Shape, long Start, long Length);
}
