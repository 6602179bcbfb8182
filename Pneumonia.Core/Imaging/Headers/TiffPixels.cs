using System.IO.Compression;

namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Checks that the strips or tiles of a TIFF file hold all its pixels. A decoder may go on without a word where
/// compressed data breaks off.</summary>
internal static class TiffPixels
{
    private const int Uncompressed = 1;
    private const int Lzw = 5;
    private const int Deflate = 8;
    private const int OldDeflate = 32946;
    private const int PackBits = 32773;

    /// <summary>Unpacks every strip or tile, keeping nothing.</summary>
    /// <param name="bytes">A file whose header and size were accepted.</param>
    /// <param name="header">Its header.</param>
    /// <exception cref="InvalidHeaderException">Pixels are missing, or are compressed in a way that is not read.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, ImageHeader header)
    {
        var tags = new TiffDirectory(bytes);
        var tiled = tags.Values(TiffTags.TileOffsets).Length > 0;
        var offsets = tags.Values(tiled ? TiffTags.TileOffsets : TiffTags.StripOffsets);
        var counts = tags.Values(tiled ? TiffTags.TileByteCounts : TiffTags.StripByteCounts);
        long width = tiled ? tags.Value(TiffTags.TileWidth, 0) : header.Width;
        long height = tiled ? tags.Value(TiffTags.TileHeight, 0) : Math.Min(tags.Value(TiffTags.RowsPerStrip, uint.MaxValue), header.Height);
        if (width == 0 || height == 0 || width > 2 * header.Width + 1024 || height > 2 * header.Height + 1024)
        {
            throw new InvalidHeaderException("the TIFF file has strips or tiles of no sensible size");
        }

        var across = (header.Width + width - 1) / width;
        var pieces = across * ((header.Height + height - 1) / height);
        if (offsets.Length < pieces || counts.Length < pieces)
        {
            throw new InvalidHeaderException(InvalidHeaderException.CutShort);
        }

        var bits = tags.Value(TiffTags.BitsPerSample, 1) * (long)tags.Value(TiffTags.SamplesPerPixel, 1);
        var stride = ((width * bits) + 7) / 8;
        var compression = tags.Value(TiffTags.Compression, Uncompressed);
        for (var i = 0; i < pieces; i++)
        {
            var rows = tiled ? height : Math.Min(height, header.Height - (i * height));
            var expected = stride * rows;
            if (Unpack(tags.Slice(offsets[i], counts[i]), compression, expected) < expected)
            {
                throw new InvalidHeaderException("the TIFF file is damaged or cut short: pixels are missing");
            }
        }
    }

    /// <summary>How many bytes come out, at most about <paramref name="expected"/>.</summary>
    private static long Unpack(ReadOnlySpan<byte> packed, uint compression, long expected) => compression switch
    {
        Uncompressed => packed.Length,
        Lzw => LzwLength.Of(packed, expected),
        PackBits => PackBitsLength(packed),
        Deflate or OldDeflate => InflatedLength(packed, expected),
        _ => throw new InvalidHeaderException("TIFF is read only uncompressed or with LZW, Deflate or PackBits"),
    };

    private static long PackBitsLength(ReadOnlySpan<byte> packed)
    {
        long length = 0;
        for (var at = 0; at < packed.Length;)
        {
            var control = (sbyte)packed[at];
            var literal = control >= 0 ? control + 1 : 0;
            var repeated = control is < 0 and not sbyte.MinValue ? 1 - control : 0;
            var used = 1 + literal + (repeated > 0 ? 1 : 0);
            if (at + used > packed.Length)
            {
                break;
            }

            length += literal + repeated;
            at += used;
        }

        return length;
    }

    private static unsafe long InflatedLength(ReadOnlySpan<byte> packed, long expected)
    {
        fixed (byte* start = packed)
        {
            using var stream = new ZLibStream(new UnmanagedMemoryStream(start, packed.Length), CompressionMode.Decompress);
            var buffer = new byte[1 << 14];
            long length = 0;
            try
            {
                for (int read; length < expected && (read = stream.Read(buffer)) > 0;)
                {
                    length += read;
                }
            }
            catch (InvalidDataException)
            {
                return length;
            }

            return length;
        }
    }
}
