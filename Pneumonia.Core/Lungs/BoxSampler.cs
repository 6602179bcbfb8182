namespace Pneumonia.Core.Lungs;

/// <summary>Cuts a box out of an image and enlarges it.</summary>
internal static class BoxSampler
{
    /// <summary>Bilinear samples at the centres of equal cells, as torch's <c>grid_sample</c> with <c>align_corners=False</c>.</summary>
    /// <param name="image">Row-major.</param>
    /// <param name="size">Columns and rows of the image.</param>
    /// <param name="box">What to cut out.</param>
    /// <param name="wanted">Columns and rows wanted.</param>
    /// <param name="beyond">What lies beyond the image.</param>
    /// <returns>Row-major.</returns>
    public static float[] Cut(ReadOnlySpan<float> image, (int Width, int Height) size, RelativeBox box, (int Width, int Height) wanted, float beyond = 0)
    {
        var cut = new float[wanted.Width * wanted.Height];
        for (var y = 0; y < wanted.Height; y++)
        {
            var row = At(box.Top, box.Height, y, wanted.Height, size.Height);
            for (var x = 0; x < wanted.Width; x++)
            {
                var column = At(box.Left, box.Width, x, wanted.Width, size.Width);
                cut[y * wanted.Width + x] =
                    (1 - row.Share) * Between(image, size, row.First, column, beyond) + row.Share * Between(image, size, row.First + 1, column, beyond);
            }
        }

        return cut;
    }

    // The first of the two pixels that a sample lies between, and the share of the second.
    private static (int First, float Share) At(double start, double length, int index, int count, int pixels)
    {
        var position = (start + length * (index + 0.5) / count) * pixels - 0.5;
        var first = (int)Math.Floor(position);
        return (first, (float)(position - first));
    }

    private static float Between(ReadOnlySpan<float> image, (int Width, int Height) size, int row, (int First, float Share) column, float beyond) =>
        (1 - column.Share) * Pixel(image, size, row, column.First, beyond) + column.Share * Pixel(image, size, row, column.First + 1, beyond);

    private static float Pixel(ReadOnlySpan<float> image, (int Width, int Height) size, int row, int column, float beyond) =>
        row >= 0 && row < size.Height && column >= 0 && column < size.Width ? image[row * size.Width + column] : beyond;
}
