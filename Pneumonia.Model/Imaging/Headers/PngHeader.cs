namespace Pneumonia.Model.Imaging.Headers;

/// <summary>Walks the chunks of a PNG file (PNG specification, third edition, section 5) and checks that all are whole.</summary>
internal static class PngHeader
{
    private const int ChunkOverhead = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether the bytes start as a PNG file does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>Size and orientation of a complete file with sound checksums.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short, damaged or animated.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: true);
        if (!reader.Slice(Signature.Length + 4, 4).SequenceEqual("IHDR"u8))
        {
            throw new InvalidHeaderException("the PNG file does not start with its header");
        }

        var header = new ImageHeader(RadiographFormat.Png, reader.UInt32(16), reader.UInt32(20));
        for (long at = Signature.Length; ;)
        {
            var chunk = NextChunk(reader, ref at);
            var type = chunk.Slice(4, 4);
            if (Crc32.Compute(chunk[4..^4]) != new HeaderReader(chunk[^4..], bigEndian: true).UInt32(0))
            {
                throw new InvalidHeaderException("the PNG file is damaged: a checksum does not hold");
            }

            if (type.SequenceEqual("acTL"u8))
            {
                throw new InvalidHeaderException("it is an animation, not a still image");
            }

            if (type.SequenceEqual("eXIf"u8))
            {
                header = header with { Orientation = ExifOrientation.Read(chunk[8..^4]) };
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return header;
            }
        }
    }

    /// <summary>The file without what is not needed for its grey levels: text, colour profiles and transparency never reach the decoder,
    /// which would write warnings about them.</summary>
    /// <param name="bytes">A file that <see cref="Read"/> has accepted.</param>
    public static ReadOnlySpan<byte> CriticalChunks(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: true);
        var kept = new byte[bytes.Length];
        Signature.CopyTo(kept);
        var length = Signature.Length;
        for (long at = Signature.Length; ;)
        {
            var chunk = NextChunk(reader, ref at);
            var critical = (chunk[4] & 0x20) == 0;
            if (critical)
            {
                chunk.CopyTo(kept.AsSpan(length));
                length += chunk.Length;
            }

            if (chunk.Slice(4, 4).SequenceEqual("IEND"u8))
            {
                return kept.AsSpan(0, length);
            }
        }
    }

    private static ReadOnlySpan<byte> NextChunk(HeaderReader reader, ref long at)
    {
        var chunk = reader.Slice(at, ChunkOverhead + (long)reader.UInt32(at));
        at += chunk.Length;
        return chunk;
    }
}
