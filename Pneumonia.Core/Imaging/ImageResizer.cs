using System.Numerics;
using System.Numerics.Tensors;

namespace Pneumonia.Core.Imaging;

/// <summary>Resizes grey images and maps.</summary>
public static class ImageResizer
{
    /// <summary>An X-ray at another size; one that has the size already is not filtered.</summary>
    /// <param name="radiograph">An X-ray of any size.</param>
    /// <param name="width">Columns wanted.</param>
    /// <param name="height">Rows wanted. The aspect ratio need not be kept.</param>
    /// <param name="interpolation">How pixels are weighed.</param>
    /// <returns>Row-major grey levels from 0 (black) to 1 (white).</returns>
    public static float[] Grey(Radiograph radiograph, int width, int height, Interpolation interpolation)
    {
        ArgumentNullException.ThrowIfNull(radiograph);
        var resized = NewPixels(width, height);
        if ((radiograph.Width, radiograph.Height) == (width, height))
        {
            TensorPrimitives.ConvertTruncating(radiograph.Pixels.Span, resized);
        }
        else
        {
            Resize(radiograph.Pixels.Span, radiograph.Width, radiograph.Height, resized, width, height, interpolation);
        }

        TensorPrimitives.Multiply(resized, 1f / ushort.MaxValue, resized);
        return resized;
    }

    /// <summary>A map at another size: bilinear with half-pixel centres, as torch's <c>interpolate</c> with <c>align_corners=False</c>.</summary>
    /// <param name="map">Row-major values.</param>
    /// <param name="width">Columns of the map.</param>
    /// <param name="height">Rows of the map.</param>
    /// <param name="newWidth">Columns wanted.</param>
    /// <param name="newHeight">Rows wanted.</param>
    /// <returns>Row-major values.</returns>
    /// <exception cref="ArgumentException">The number of values is not <c>width * height</c>.</exception>
    public static float[] Bilinear(ReadOnlySpan<float> map, int width, int height, int newWidth, int newHeight)
    {
        if (map.IsEmpty || map.Length != (long)width * height)
        {
            throw new ArgumentException($"{map.Length} values do not make {width}x{height}.", nameof(map));
        }

        var resized = NewPixels(newWidth, newHeight);
        Resize(map, width, height, resized, newWidth, newHeight, Interpolation.Bilinear);
        return resized;
    }

    /// <summary>Pixels of any kind at another size, their scale kept.</summary>
    internal static void Resize<T>(
        ReadOnlySpan<T> from, int width, int height, Span<float> to, int newWidth, int newHeight, Interpolation interpolation)
        where T : unmanaged, INumber<T>
    {
        var columns = ResizeWeights.Of(width, newWidth, interpolation);
        var rows = ResizeWeights.Of(height, newHeight, interpolation);
        Span<float> line = new float[width];
        Span<float> sum = new float[width];
        for (var y = 0; y < newHeight; y++)
        {
            sum.Clear();
            for (var i = 0; i < rows[y].Weights.Length; i++)
            {
                TensorPrimitives.ConvertTruncating(from.Slice((rows[y].First + i) * width, width), line);
                TensorPrimitives.MultiplyAdd(line, rows[y].Weights[i], sum, sum);
            }

            for (var x = 0; x < newWidth; x++)
            {
                var (first, weights) = columns[x];
                to[(y * newWidth) + x] = TensorPrimitives.Dot(sum.Slice(first, weights.Length), weights);
            }
        }
    }

    private static float[] NewPixels(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new float[checked(width * height)];
    }
}
