using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>What stands before the scan of a JPEG-LS image (ITU-T T.87, annex C): one component, all in one scan.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Greatest">Greatest value.</param>
/// <param name="Near">How far a value may be off; 0: lossless.</param>
/// <param name="Thresholds">Where gradients of neighbours are told apart.</param>
/// <param name="Reset">After so many samples, what was learned of a context counts half.</param>
/// <param name="Scan">Where the scan begins.</param>
internal sealed record JpegLsFrame(int Width, int Height, int Greatest, int Near, int[] Thresholds, int Reset, int Scan)
{
    /// <summary>Reads the markers.</summary>
    /// <exception cref="InvalidHeaderException">They are damaged, or of a kind that is not read.</exception>
    public static JpegLsFrame Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: true);
        var (bits, height, width, at) = (0, 0, 0, 2);
        var (greatest, thresholds, reset) = (0, Array.Empty<int>(), 64);
        while (true)
        {
            var (marker, length) = (reader.UInt16(at), reader.UInt16(at + 2));
            switch (marker)
            {
                case 0xFFF7:
                    (bits, height, width) = (reader.Byte(at + 4), reader.UInt16(at + 5), reader.UInt16(at + 7));
                    Require(reader.Byte(at + 9) == 1 && bits is >= 2 and <= 16 && width > 0 && height > 0);
                    break;
                case 0xFFF8:
                    // Others than the first tell of palettes and of images wider than X-rays are.
                    Require(reader.Byte(at + 4) == 1);
                    (greatest, reset) = (reader.UInt16(at + 5), reader.UInt16(at + 13));
                    thresholds = [reader.UInt16(at + 7), reader.UInt16(at + 9), reader.UInt16(at + 11)];
                    break;
                case 0xFFDA:
                    Require(bits > 0 && reader.Byte(at + 4) == 1 && reader.Byte(at + 6) == 0 && reader.Byte(at + 9) == 0);
                    greatest = greatest == 0 ? (1 << bits) - 1 : greatest;
                    var near = reader.Byte(at + 7);
                    Require(near <= Math.Min(255, greatest / 2));
                    return new JpegLsFrame(
                        width, height, greatest, near, thresholds.Length == 3 && thresholds.All(each => each > 0) ? thresholds : Default(greatest, near),
                        reset == 0 ? 64 : reset, at + 2 + length);
                default:
                    Require(marker >> 8 == 0xFF);
                    break;
            }

            at += 2 + length;
        }
    }

    // C.2.4.1.1.1.
    private static int[] Default(int greatest, int near)
    {
        int Clamped(int value, int least) => value > greatest || value < least ? least : value;
        int first, second, third;
        if (greatest >= 128)
        {
            var factor = (Math.Min(greatest, 4095) + 128) / 256;
            first = Clamped(factor + 2 + (3 * near), near + 1);
            second = Clamped((factor * 4) + 3 + (5 * near), first);
            third = Clamped((factor * 17) + 4 + (7 * near), second);
        }
        else
        {
            var factor = 256 / (greatest + 1);
            first = Clamped(Math.Max(2, (3 / factor) + (3 * near)), near + 1);
            second = Clamped(Math.Max(3, (7 / factor) + (5 * near)), first);
            third = Clamped(Math.Max(4, (21 / factor) + (7 * near)), second);
        }

        return [first, second, third];
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidHeaderException("the JPEG-LS image is damaged, or of a kind that is not read");
        }
    }
}
