namespace Pneumonia.Core.Imaging;

/// <summary>Brings the grey levels of an image to one scale.</summary>
internal static class GreyStandardisation
{
    private const double LowerPercentile = 0.01;
    private const double UpperPercentile = 0.99;

    /// <summary>Changes an image in place.</summary>
    /// <param name="pixels">Row-major grey levels from 0 to 1.</param>
    /// <param name="width">Columns.</param>
    /// <param name="kind">How.</param>
    public static void Apply(Span<float> pixels, int width, Standardisation kind)
    {
        switch (kind)
        {
            case Standardisation.Percentile:
                StretchPercentiles(pixels);
                break;
            case Standardisation.Clahe:
                Clahe.Apply(pixels, width);
                break;
        }
    }

    private static void StretchPercentiles(Span<float> pixels)
    {
        var sorted = pixels.ToArray();
        Array.Sort(sorted);
        var (low, high) = (Percentile(sorted, LowerPercentile), Percentile(sorted, UpperPercentile));

        // An image of one level has no scale to be brought to.
        if (high <= low)
        {
            return;
        }

        foreach (ref var grey in pixels)
        {
            grey = Math.Clamp((grey - low) / (high - low), 0, 1);
        }
    }

    // Linear between ranks, as numpy's percentile (Hyndman and Fan 1996, definition 7).
    private static float Percentile(float[] sorted, double share)
    {
        var rank = share * (sorted.Length - 1);
        var (below, fraction) = ((int)rank, (float)(rank - Math.Floor(rank)));
        return sorted[below] + fraction * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
