namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>What an image tells without showing a lung: how often each grey level comes, how sharp it is at five scales, and how bright it is
/// along its borders.</summary>
internal static class ShortcutFeatures
{
    private const int Bins = 16;
    private const int Scales = 5;
    private const int Places = 8;
    private const double Floor = 1e-8;

    /// <summary>Measures one image.</summary>
    /// <param name="pixels">Grey levels, row-major, 0 to 255.</param>
    /// <param name="width">Pixels a row; 8 or more.</param>
    /// <param name="height">Rows; 8 or more.</param>
    /// <returns>16 shares of the image, 10 logarithms of a mean squared difference (between rows, between columns, at each scale), and 28 mean
    /// grey levels from 0 to 1.</returns>
    public static float[] Of(ReadOnlySpan<byte> pixels, int width, int height)
    {
        var features = new List<float>(Histogram(pixels));
        var grey = new float[height, width];
        for (var i = 0; i < pixels.Length; i++)
        {
            grey[i / width, i % width] = pixels[i] / 255f;
        }

        features.AddRange(Borders(grey));
        for (var scale = 0; scale < Scales && Math.Min(grey.GetLength(0), grey.GetLength(1)) >= 2; scale++)
        {
            features.Add(Roughness(grey, 1, 0));
            features.Add(Roughness(grey, 0, 1));
            grey = Halve(grey);
        }

        return [.. features];
    }

    private static float[] Histogram(ReadOnlySpan<byte> pixels)
    {
        var shares = new float[Bins];
        foreach (var pixel in pixels)
        {
            shares[pixel * Bins / 256] += 1f / pixels.Length;
        }

        return shares;
    }

    // The outermost of 8 x 8 places.
    private static IEnumerable<float> Borders(float[,] grey)
    {
        var (height, width) = (grey.GetLength(0), grey.GetLength(1));
        for (var place = 0; place < Places * Places; place++)
        {
            var (row, column) = (place / Places, place % Places);
            if (row is 0 or Places - 1 || column is 0 or Places - 1)
            {
                yield return Mean(grey, row * height / Places, (row + 1) * height / Places, column * width / Places, (column + 1) * width / Places);
            }
        }
    }

    private static float Mean(float[,] grey, int top, int bottom, int left, int right)
    {
        var sum = 0.0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                sum += grey[y, x];
            }
        }

        return (float)(sum / ((bottom - top) * (right - left)));
    }

    private static float Roughness(float[,] grey, int down, int right)
    {
        var (height, width) = (grey.GetLength(0) - down, grey.GetLength(1) - right);
        var sum = 0.0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var difference = grey[y + down, x + right] - grey[y, x];
                sum += difference * difference;
            }
        }

        return (float)Math.Log(sum / (height * width) + Floor);
    }

    private static float[,] Halve(float[,] grey)
    {
        var half = new float[grey.GetLength(0) / 2, grey.GetLength(1) / 2];
        for (var y = 0; y < half.GetLength(0); y++)
        {
            for (var x = 0; x < half.GetLength(1); x++)
            {
                half[y, x] = Mean(grey, 2 * y, 2 * y + 2, 2 * x, 2 * x + 2);
            }
        }

        return half;
    }
}
