using System.Runtime.InteropServices;
using Pneumonia.Core.Files;
using static TorchSharp.torch;

namespace Pneumonia.Model.Tensors;

/// <summary>
/// Tensors by name in the safetensors format (https://github.com/huggingface/safetensors): the length of the header as
/// eight bytes, little-endian; the header, JSON; the elements. Nothing in such a file is ever executed.
/// </summary>
public static class Safetensors
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>Writes a file: under a temporary name in the same folder, flushed, then renamed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">Tensors by name; they stay the caller's.</param>
    /// <param name="metadata">Texts for the header's <c>__metadata__</c>.</param>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null) =>
        AtomicFile.Write(path, stream => Save(stream, tensors, metadata));

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <inheritdoc cref="Save(string, IReadOnlyDictionary{string, Tensor}, IReadOnlyDictionary{string, string})"/>
    public static void Save(Stream stream, IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        var header = SafetensorsHeader.Of(tensors, metadata);
        stream.Write(header.ToBytes());
        foreach (var entry in header.Entries)
        {
            using var scope = NewDisposeScope();
            var dense = tensors[entry.Name].cpu().contiguous();
            for (long at = 0; at < entry.Length; at += ChunkBytes)
                stream.Write(dense.bytes.Slice((int)at, (int)Math.Min(ChunkBytes, entry.Length - at)));
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not exactly in the format; the message names the file and the
    /// tensor.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return Load(file);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: {e.Message}", e);
        }
    }

    /// <summary>Reads the texts of a file's <c>__metadata__</c>; none where there is no such entry.</summary>
    /// <exception cref="InvalidDataException">The header is not exactly in the format.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using var file = File.OpenRead(path);
        return SafetensorsHeader.Read(file).Metadata ?? new Dictionary<string, string>();
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <inheritdoc cref="Load(Stream)"/>
    public static Dictionary<string, Tensor> Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return Load(stream);
    }

    /// <summary>Reads a stream, which need not seek, to its end.</summary>
    /// <returns>Tensors by name. They belong to the caller's scope, or to the caller.</returns>
    /// <exception cref="InvalidDataException">It is not exactly in the format; the message names the tensor.</exception>
    public static Dictionary<string, Tensor> Load(Stream stream)
    {
        var header = SafetensorsHeader.Read(stream);
        var tensors = new Dictionary<string, Tensor>();
        try
        {
            foreach (var entry in header.Entries)
                tensors[entry.Name] = Read(stream, entry);
            if (stream.ReadByte() >= 0)
                throw new InvalidDataException("There are bytes after the last tensor.");
            return tensors;
        }
        catch
        {
            foreach (var tensor in tensors.Values)
                tensor.Dispose();
            throw;
        }
    }

    private static Tensor Read(Stream stream, SafetensorsHeader.Entry entry)
    {
        Tensor? tensor = null;
        try
        {
            tensor = empty(entry.Shape, entry.Type);
            for (long at = 0; at < entry.Length; at += ChunkBytes)
                stream.ReadExactly(tensor.bytes.Slice((int)at, (int)Math.Min(ChunkBytes, entry.Length - at)));
            return tensor;
        }
        catch (Exception e) when (e is EndOfStreamException or ExternalException)
        {
            tensor?.Dispose();
            throw new InvalidDataException($"The bytes of tensor {entry.Name} cannot be read: {e.Message}", e);
        }
    }
}
