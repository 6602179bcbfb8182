using System.Buffers.Binary;
using System.Numerics;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Reads the pixels of an uncompressed Windows bitmap, which libvips does not: palettes of 1, 4 or 8 bits, 16 and 32 bits
/// with or without masks, and 24 bits.</summary>
internal static class BmpReader
{
    private const int InfoHeader = 14;
    private const int OldHeaderSize = 12;
    private const int MasksOffset = InfoHeader + 40;

    /// <summary>Reads a file whose header was accepted, so that all its rows are there.</summary>
    /// <exception cref="InvalidHeaderException">Its palette or masks are damaged.</exception>
    public static GreyPixels Read(ReadOnlySpan<byte> bytes, ImageHeader header)
    {
        var reader = new HeaderReader(bytes, bigEndian: false);
        var isOld = reader.UInt32(InfoHeader) == OldHeaderSize;
        var isTopDown = !isOld && (int)reader.UInt32(22) < 0;
        int bits = reader.UInt16(isOld ? 24 : 28);
        var (width, height) = ((int)header.Width, (int)header.Height);
        var palette = bits <= 8 ? Palette(reader, bits, isOld) : [];
        var (red, green, blue) = Masks(reader, bits, isOld);

        var pixels = new GreyPixels(width, height, header.Orientation, bits: 8);
        var stride = (((long)width * bits) + 31) / 32 * 4;
        Span<byte> colours = new byte[3 * width];
        for (var y = 0; y < height; y++)
        {
            var row = reader.Slice(reader.UInt32(10) + (stride * (isTopDown ? y : height - 1 - y)), stride);
            for (var x = 0; x < width; x++)
            {
                var colour = colours.Slice(3 * x, 3);
                if (bits <= 8)
                {
                    palette.AsSpan(3 * Index(row, x, bits), 3).CopyTo(colour);
                    continue;
                }

                var pixel = Pixel(row, x, bits);
                (colour[0], colour[1], colour[2]) = (Level(pixel, red), Level(pixel, green), Level(pixel, blue));
            }

            pixels.Write(y, colours, bands: 3, isInk: false);
        }

        return pixels;
    }

    // Red, green and blue of every index; black beyond the file's own palette.
    private static byte[] Palette(HeaderReader reader, int bits, bool isOld)
    {
        var all = 1 << bits;
        var used = isOld ? 0 : reader.UInt32(InfoHeader + 32);
        var count = used is 0 || used > all ? all : (int)used;
        var (start, size) = (InfoHeader + (long)reader.UInt32(InfoHeader), isOld ? 3 : 4);
        var palette = new byte[3 * all];
        for (var i = 0; i < count; i++)
        {
            var entry = reader.Slice(start + (size * i), 3);
            (palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2]) = (entry[2], entry[1], entry[0]);
        }

        return palette;
    }

    private static (uint Red, uint Green, uint Blue) Masks(HeaderReader reader, int bits, bool isOld)
    {
        const uint bitFields = 3;
        if (isOld || reader.UInt32(30) != bitFields)
        {
            return bits == 16 ? (0x7C00u, 0x03E0u, 0x001Fu) : (0xFF0000u, 0x00FF00u, 0x0000FFu);
        }

        var masks = (reader.UInt32(MasksOffset), reader.UInt32(MasksOffset + 4), reader.UInt32(MasksOffset + 8));
        return masks is (0, _, _) or (_, 0, _) or (_, _, 0)
            ? throw new InvalidHeaderException("the BMP file has masks without bits")
            : masks;
    }

    private static int Index(ReadOnlySpan<byte> row, int x, int bits) =>
        (row[x * bits / 8] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1);

    private static uint Pixel(ReadOnlySpan<byte> row, int x, int bits) => bits switch
    {
        16 => BinaryPrimitives.ReadUInt16LittleEndian(row[(2 * x)..]),
        24 => (uint)(row[3 * x] | (row[(3 * x) + 1] << 8) | (row[(3 * x) + 2] << 16)),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(row[(4 * x)..]),
    };

    // The bits of a mask as a level of 0 to 255.
    private static byte Level(uint pixel, uint mask)
    {
        var shift = BitOperations.TrailingZeroCount(mask);
        ulong most = mask >> shift;
        return (byte)((((pixel & mask) >> shift) * 255ul + (most / 2)) / most);
    }
}
