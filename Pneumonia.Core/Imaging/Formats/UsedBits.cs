using System.Numerics;
using System.Numerics.Tensors;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Tells how many of a sample's 16 bits a file makes use of, and brings its levels to the whole scale: detectors give 10, 12, 14 or 15
/// bits, and a picture of 12 bits, taken as one of 16, is black.</summary>
/// <remarks>
/// The header comes first, where it says how many bits are in use. Levels above what it says are on the whole scale already, as PNG wants
/// them, and 16 is 16, however dark. Where it says nothing, the greatest level tells: the least of 8, 10, 12, 14 and 15 bits that holds it. White that
/// a program has written into the picture (65535, text or bars) is left out of account where all else is below 14 bits.
/// That is done only for what shows a picture: neighbouring pixels agree, and there are 64 levels or more. So an exposure of nothing, which is
/// noise near black, stays black, and is refused as badly exposed. A true picture of 16 bits that is so dark that its upper bits are empty is made
/// brighter by the same factor; an X-ray's brightness is its machine's choice anyway.
/// Levels that fill only the top of the scale are the same, with black and white exchanged.
/// </remarks>
internal static class UsedBits
{
    private const int All = 16;
    private const int MostBeside65535 = 14;
    private const int LeastLevels = 64;
    private const double LeastAgreement = 0.8;
    private const double LeastShare = 0.2;

    private static readonly int[] s_customary = [8, 10, 12, 14, 15, All];

    /// <summary>The least of the customary depths that holds a level.</summary>
    public static int Of(uint level) => s_customary.First(bits => bits == All || level < 1u << bits);

    /// <summary>Brings levels to the whole scale, in place.</summary>
    /// <param name="pixels">Row-major levels as stored in 16 bits.</param>
    /// <param name="width">Columns.</param>
    /// <param name="declared">What the header says.</param>
    /// <returns>Bits in use, and the bits whose levels were brought to the whole scale: 16 where nothing was done.</returns>
    public static (int InUse, int Stretched) Stretch(Span<ushort> pixels, int width, DeclaredDepth declared)
    {
        if (declared.IsWhiteZero)
        {
            Invert(pixels);
        }

        var bits = Find(pixels, width, declared.Bits);
        Scale(pixels, bits);
        if (declared.IsWhiteZero)
        {
            Invert(pixels);
        }
        else if (bits == All && declared.Bits is null && IsNearWhite(pixels))
        {
            Invert(pixels);
            bits = Find(pixels, width, null);
            Scale(pixels, bits);
            Invert(pixels);
        }

        return (bits < All ? bits : declared.Bits is { } named and < All ? named : WithoutEmptyEnd(pixels), bits);
    }

    private static int Find(ReadOnlySpan<ushort> pixels, int width, int? declared)
    {
        var (greatest, share) = Greatest(pixels);
        var bits = Of(greatest);
        if (declared is { } named)
        {
            return named < All && greatest < 1u << named ? named : All;
        }

        return bits == All || share < LeastShare || !ShowsPicture(pixels, width, bits) ? All : bits;
    }

    // Less the 65535 that a program has written, where all others are far below.
    private static (uint Greatest, double Share) Greatest(ReadOnlySpan<ushort> pixels)
    {
        var (greatest, below) = (0, 0);
        foreach (var pixel in pixels)
        {
            if (pixel < ushort.MaxValue)
            {
                greatest = Math.Max(greatest, pixel);
                below++;
            }
        }

        return below > 0 && greatest < 1 << MostBeside65535
            ? ((uint)greatest, (double)below / pixels.Length)
            : (TensorPrimitives.Max(pixels), 1);
    }

    private static bool IsNearWhite(ReadOnlySpan<ushort> pixels)
    {
        foreach (var pixel in pixels)
        {
            if (pixel is > 0 and <= ushort.MaxValue - (1 << MostBeside65535))
            {
                return false;
            }
        }

        return true;
    }

    private static void Scale(Span<ushort> pixels, int bits)
    {
        var most = (1u << bits) - 1;
        for (var i = 0; bits < All && i < pixels.Length; i++)
        {
            pixels[i] = (ushort)((Math.Min(pixels[i], most) * ushort.MaxValue + most / 2) / most);
        }
    }

    private static void Invert(Span<ushort> pixels) => TensorPrimitives.OnesComplement<ushort>(pixels, pixels);

    // Whether neighbours in a row agree, by their correlation, and there are levels enough.
    private static bool ShowsPicture(ReadOnlySpan<ushort> pixels, int width, int bits)
    {
        var (seen, levels, most) = (new bool[1 << bits], 0, (1 << bits) - 1);
        var (sum, squares, steps, count) = (0.0, 0.0, 0.0, 0L);
        for (var i = 0; i < pixels.Length; i++)
        {
            int level = pixels[i];
            if (level > most)
            {
                continue;
            }

            levels += seen[level] ? 0 : 1;
            seen[level] = true;
            if (i % width > 0 && pixels[i - 1] <= most)
            {
                var step = level - pixels[i - 1];
                (sum, squares, steps, count) = (sum + level, squares + (double)level * level, steps + (double)step * step, count + 1);
            }
        }

        var variance = squares / count - sum / count * (sum / count);
        return levels >= LeastLevels && count > 0 && variance > 0 && 1 - steps / count / (2 * variance) >= LeastAgreement;
    }

    // A file of 16 bits in use may hold fewer, shifted up or, of 8, written twice.
    private static int WithoutEmptyEnd(ReadOnlySpan<ushort> pixels)
    {
        var (together, isTwice) = (0, true);
        foreach (var pixel in pixels)
        {
            together |= pixel;
            isTwice &= pixel % 257 == 0;
        }

        return isTwice ? 8 : Math.Max(8, All - BitOperations.TrailingZeroCount(together));
    }
}
