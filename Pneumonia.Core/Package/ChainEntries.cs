using System.Buffers.Binary;

namespace Pneumonia.Core.Package;

/// <summary>The entries of a model's zip that ML.NET writes and reads.</summary>
public static class ChainEntries
{
    private const string Chain = "TransformerChain/";
    private const string OnnxName = "/OnnxModel";

    /// <summary>Whether an entry is one that ML.NET may have written.</summary>
    public static bool Contain(string name) =>
        name is "Schema" or "TrainingInfo/Version.txt" || name.StartsWith(Chain, StringComparison.Ordinal);

    /// <summary>Whether an entry holds the ONNX file. Its folder's number is the step's place in the chain.</summary>
    public static bool IsOnnx(string name) =>
        name.StartsWith(Chain, StringComparison.Ordinal) && name.EndsWith(OnnxName, StringComparison.Ordinal);

    /// <summary>The ONNX file in its entry, without the length that ML.NET writes before it.</summary>
    /// <exception cref="InvalidDataException">The length is not that of the rest.</exception>
    public static byte[] Onnx(byte[] entry) =>
        entry.Length > sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(entry) == entry.Length - sizeof(int)
            ? entry[sizeof(int)..]
            : throw new InvalidDataException("The entry with the ONNX file is not as ML.NET writes it.");
}
