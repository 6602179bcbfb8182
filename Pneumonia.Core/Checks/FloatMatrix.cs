using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Pneumonia.Core.Checks;

/// <summary>A matrix that is small in JSON: its values are base64 there.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Bytes">Row by row, 32-bit little-endian floats.</param>
public sealed record FloatMatrix(int Rows, int Columns, byte[] Bytes)
{
    /// <summary>Whether there are as many values as rows and columns say, all of them finite.</summary>
    [JsonIgnore]
    public bool IsSound => Rows > 0 && Columns > 0 && Bytes is not null && Bytes.Length == 4L * Rows * Columns && AllFinite();

    /// <summary>Makes a matrix of its values, row by row.</summary>
    public static FloatMatrix Of(int rows, int columns, ReadOnlySpan<float> values) =>
        values.Length == (long)rows * columns
            ? new FloatMatrix(rows, columns, MemoryMarshal.AsBytes(values).ToArray())
            : throw new ArgumentException($"{values.Length} values do not make {rows}x{columns}.", nameof(values));

    /// <summary>One row.</summary>
    public ReadOnlySpan<float> Row(int row) => MemoryMarshal.Cast<byte, float>(Bytes).Slice(row * Columns, Columns);

    /// <summary>The product with a vector.</summary>
    /// <param name="vector">As many values as columns.</param>
    /// <returns>As many values as rows.</returns>
    public double[] Times(ReadOnlySpan<float> vector)
    {
        var product = new double[Rows];
        for (var row = 0; row < Rows; row++)
        {
            product[row] = Dot(Row(row), vector);
        }

        return product;
    }

    /// <summary>Sum of the products of two vectors of one length.</summary>
    internal static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }

    private bool AllFinite()
    {
        foreach (var value in MemoryMarshal.Cast<byte, float>(Bytes))
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
