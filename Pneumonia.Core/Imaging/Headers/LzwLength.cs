namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Follows the codes of LZW data (TIFF 6.0, section 13) for the length of what they stand for.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;
    private const int FirstCode = 258;
    private const int MinBits = 9;
    private const int MaxBits = 12;

    /// <summary>How many bytes come out before the data ends or breaks, at most one string more than <paramref name="expected"/>.</summary>
    public static long Of(ReadOnlySpan<byte> packed, long expected)
    {
        Span<int> lengths = stackalloc int[1 << MaxBits];
        lengths[..Clear].Fill(1);
        var (next, bits, previous) = (FirstCode, MinBits, -1);
        long total = 0;
        for (long at = 0; total < expected && at + bits <= packed.Length * 8L;)
        {
            var code = Code(packed, at, bits);
            at += bits;
            if (code == End)
            {
                break;
            }

            if (code == Clear)
            {
                (next, bits, previous) = (FirstCode, MinBits, -1);
                continue;
            }

            var isKnown = code < Clear || (previous >= 0 && code >= FirstCode && code < next);
            if (!isKnown && (previous < 0 || code != next))
            {
                break;
            }

            if (previous >= 0 && next < lengths.Length)
            {
                lengths[next++] = lengths[previous] + 1;
            }

            total += lengths[code];
            previous = code;
            // TIFF's encoders change the width one code early.
            bits = next >= (1 << bits) - 1 && bits < MaxBits ? bits + 1 : bits;
        }

        return total;
    }

    private static int Code(ReadOnlySpan<byte> packed, long at, int bits)
    {
        var index = (int)(at / 8);
        var window = 0;
        for (var i = 0; i < 3; i++)
        {
            window = (window << 8) | (index + i < packed.Length ? packed[index + i] : 0);
        }

        return (window >> (24 - (int)(at % 8) - bits)) & ((1 << bits) - 1);
    }
}
