namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Walks the chunks of a PNG file (PNG specification, third edition, section 5) to its end. Checksums are left to the decoder.</summary>
internal static class PngHeader
{
    private const int ChunkOverhead = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether the bytes start as a PNG file does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>Size and orientation of a complete file.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short or animated.</exception>
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

    private static ReadOnlySpan<byte> NextChunk(HeaderReader reader, ref long at)
    {
        var chunk = reader.Slice(at, ChunkOverhead + (long)reader.UInt32(at));
        at += chunk.Length;
        return chunk;
    }
}
