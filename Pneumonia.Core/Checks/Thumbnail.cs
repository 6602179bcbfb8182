namespace Pneumonia.Core.Checks;

/// <summary>A tiny copy of an image, free of its brightness and contrast: shows where it is light and where dark, and no more.</summary>
internal static class Thumbnail
{
    /// <summary>Columns and rows.</summary>
    public const int Side = 14;

    // Keeps the noise of an image of one grey from being blown up.
    private const float LeastContrast = 0.02f;

    /// <summary>Means over cells, less their mean, by their standard deviation.</summary>
    /// <param name="grey">Row-major grey levels from 0 to 1.</param>
    /// <param name="width">Columns.</param>
    public static float[] Of(ReadOnlySpan<float> grey, int width)
    {
        var height = grey.Length / width;
        var (sums, counts) = (new float[Side * Side], new int[Side * Side]);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var cell = y * Side / height * Side + x * Side / width;
                sums[cell] += grey[y * width + x];
                counts[cell]++;
            }
        }

        for (var cell = 0; cell < sums.Length; cell++)
        {
            sums[cell] /= Math.Max(1, counts[cell]);
        }

        var mean = sums.Average();
        var spread = MathF.Sqrt(sums.Average(value => (value - mean) * (value - mean)));
        return Array.ConvertAll(sums, value => (value - mean) / (spread + LeastContrast));
    }
}
