namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Reads the chunks of a WebP file (RFC 9649, sections 2 and 3).</summary>
internal static class WebPHeader
{
    private const int RiffOverhead = 8;

    /// <summary>Whether the bytes start as a WebP file does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes.Slice(8, 4).SequenceEqual("WEBP"u8);

    /// <summary>Size and orientation of a complete file.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short or animated.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        var whole = new HeaderReader(bytes, bigEndian: false);
        var reader = new HeaderReader(whole.Slice(0, RiffOverhead + (long)whole.UInt32(4)), bigEndian: false);
        ImageHeader? header = null;
        var orientation = 1;
        for (long at = 12; at + RiffOverhead <= reader.Length;)
        {
            var type = reader.Slice(at, 4);
            var size = reader.UInt32(at + 4);
            var body = reader.Slice(at + RiffOverhead, size);
            at += RiffOverhead + (long)size + (size & 1);
            if (type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8))
            {
                throw new InvalidHeaderException("it is an animation, not a still image");
            }

            if (type.SequenceEqual("EXIF"u8))
            {
                orientation = ExifOrientation.Read(body.StartsWith("Exif\0\0"u8) ? body[6..] : body);
            }
            else if (type.SequenceEqual("VP8 "u8))
            {
                header ??= Lossy(new HeaderReader(body, bigEndian: false));
            }
            else if (type.SequenceEqual("VP8L"u8))
            {
                header ??= Lossless(new HeaderReader(body, bigEndian: false));
            }
        }

        return header is null
            ? throw new InvalidHeaderException("the WebP file holds no image")
            : header with { Orientation = orientation };
    }

    // RFC 6386, section 9.1: three bytes of frame tag, three of start code, then twice 14 bits of size and 2 of scale.
    private static ImageHeader Lossy(HeaderReader body) =>
        new(RadiographFormat.WebP, body.UInt16(6) & 0x3FFF, body.UInt16(8) & 0x3FFF);

    // RFC 9649, section 3.4: a signature byte, then 14 bits each of width - 1 and height - 1.
    private static ImageHeader Lossless(HeaderReader body) =>
        new(RadiographFormat.WebP, (body.UInt32(1) & 0x3FFF) + 1, ((body.UInt32(1) >> 14) & 0x3FFF) + 1);
}
