namespace Pneumonia.Model.Data.Pictures;

/// <summary>How many grey levels a picture makes use of.</summary>
internal static class GreyEntropy
{
    /// <summary>Shannon's entropy of the histogram of 256 levels, in bits: 0 of one grey, about 7 of an X-ray, 1 or less of a mask.</summary>
    /// <param name="pixels">Grey levels, 0 to 65535.</param>
    public static double Of(ReadOnlySpan<ushort> pixels)
    {
        Span<int> counts = stackalloc int[256];
        foreach (var pixel in pixels)
        {
            counts[pixel >> 8]++;
        }

        var entropy = 0.0;
        foreach (var count in counts)
        {
            entropy -= count == 0 ? 0 : (double)count / pixels.Length * Math.Log2((double)count / pixels.Length);
        }

        return entropy;
    }
}
