using System.Buffers.Binary;

namespace Pneumonia.Model.Training.Pretrained.TensorFlowJs;

/// <summary>One weight in a manifest.</summary>
/// <param name="Name">Keras' name, e.g. <c>conv2d_1/kernel</c>.</param>
/// <param name="Shape">Keras' shape: [height, width, in, out] for a kernel.</param>
/// <param name="Dtype">Type of its values.</param>
/// <param name="Quantization">How they are stored, where not as they are.</param>
internal sealed record TensorFlowJsWeight(
    string Name, IReadOnlyList<long> Shape, string Dtype, TensorFlowJsQuantization? Quantization = null)
{
    /// <summary>Number of values.</summary>
    /// <exception cref="InvalidDataException">The shape is impossible.</exception>
    public int Count
    {
        get
        {
            var count = Shape.Aggregate(1L, (product, side) => side is > 0 and <= int.MaxValue ? Math.Min(product * side, int.MaxValue) : -1);
            return count is > 0 and < int.MaxValue
                ? (int)count
                : throw new InvalidDataException($"the weight {Name} has the shape [{string.Join(", ", Shape)}].");
        }
    }

    /// <summary>Bytes that the stored values take.</summary>
    /// <exception cref="InvalidDataException">The shape is impossible, or the type is none of those that are read.</exception>
    public long ByteLength => (long)Count * Width;

    private int Width => (Dtype, Quantization?.Dtype) switch
    {
        ("float32", "uint8") => 1,
        ("float32", "uint16" or "float16") => 2,
        ("float32", null) => 4,
        _ => throw new InvalidDataException($"the weight {Name} is of type {Quantization?.Dtype ?? Dtype}, which is not read."),
    };

    /// <summary>The values, row by row.</summary>
    /// <param name="bytes">As many as <see cref="ByteLength"/> says, numbers in little-endian order.</param>
    public float[] Decode(ReadOnlySpan<byte> bytes)
    {
        var values = new float[Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Quantization?.Dtype switch
            {
                "uint8" => Restore(bytes[i]),
                "uint16" => Restore(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..])),
                "float16" => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]),
                _ => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]),
            };
        }

        return values;
    }

    private float Restore(int stored) => (float)((stored * Quantization!.Scale) + Quantization.Min);
}
