using System.Numerics;
using System.Numerics.Tensors;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Brightness of stored pixels (ITU-R BT.601 luma), in the levels that they are stored in.</summary>
internal static class GreyLevels
{
    // 0.299, 0.587 and 0.114 in 15 bits; together exactly 1, so that grey in three channels stays as it is.
    private const uint RedShare = 9798;
    private const uint GreenShare = 19235;
    private const uint BlueShare = 3735;
    private const int ShareBits = 15;

    /// <summary>Grey pixels, perhaps with transparency.</summary>
    /// <param name="stored">A row.</param>
    /// <param name="grey">Its levels.</param>
    /// <param name="bands">Samples of a pixel, 1 or 2.</param>
    public static void OfGrey<T>(ReadOnlySpan<T> stored, Span<ushort> grey, int bands)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (bands == 1)
        {
            TensorPrimitives.ConvertTruncating(stored, grey);
            return;
        }

        for (var x = 0; x < grey.Length; x++)
        {
            grey[x] = ushort.CreateTruncating(stored[x * bands]);
        }
    }

    /// <summary>Red, green and blue, perhaps with transparency.</summary>
    /// <param name="stored">A row.</param>
    /// <param name="grey">Its levels.</param>
    /// <param name="bands">Samples of a pixel, 3 or 4.</param>
    /// <returns>The sums of |B - Y| and of |R - Y|.</returns>
    public static (long Blueness, long Redness) OfColour<T>(ReadOnlySpan<T> stored, Span<ushort> grey, int bands)
        where T : unmanaged, IBinaryInteger<T>
    {
        long blueness = 0, redness = 0;
        for (int x = 0, at = 0; x < grey.Length; x++, at += bands)
        {
            var (red, green, blue) = (
                uint.CreateTruncating(stored[at]), uint.CreateTruncating(stored[at + 1]), uint.CreateTruncating(stored[at + 2]));
            var luma = Luma(red, green, blue);
            grey[x] = (ushort)luma;
            blueness += Math.Abs((int)blue - (int)luma);
            redness += Math.Abs((int)red - (int)luma);
        }

        return (blueness, redness);
    }

    /// <summary>Cyan, magenta, yellow and black of 8 bits, 255 the most ink.</summary>
    /// <param name="stored">A row.</param>
    /// <param name="grey">Its levels.</param>
    public static void OfInk(ReadOnlySpan<byte> stored, Span<ushort> grey)
    {
        for (int x = 0, at = 0; x < grey.Length; x++, at += 4)
        {
            var luma = Luma(255u - stored[at], 255u - stored[at + 1], 255u - stored[at + 2]);
            grey[x] = (ushort)(((luma * (255u - stored[at + 3])) + 127) / 255);
        }
    }

    private static uint Luma(uint red, uint green, uint blue) =>
        ((red * RedShare) + (green * GreenShare) + (blue * BlueShare) + (1u << (ShareBits - 1))) >> ShareBits;
}
