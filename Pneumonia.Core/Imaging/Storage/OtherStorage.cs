using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Storage;

/// <summary>How files that are no JPEG store their images.</summary>
internal static class OtherStorage
{
    /// <summary>Mode and compression of a PNG (third edition, section 11.2.1).</summary>
    public static (string Mode, string Compression) OfPng(HeaderReader reader) => (
        reader.Byte(25) switch
        {
            0 => "grey",
            2 => "colour",
            3 => "palette",
            4 => "grey with alpha",
            _ => "colour with alpha",
        },
        reader.Byte(28) == 0 ? "deflate" : "deflate, interlaced");

    /// <summary>Mode and compression of a TIFF.</summary>
    public static (string Mode, string Compression) OfTiff(TiffDirectory tags)
    {
        var (photometric, samples) = (tags.Value(TiffTags.Photometric, 1), tags.Value(TiffTags.SamplesPerPixel, 1));
        var mode = photometric switch { 0 => "grey, 0 is white", 1 => "grey", 3 => "palette", _ => "colour" };
        var compression = tags.Value(TiffTags.Compression, 1) switch { 1 => "none", 5 => "LZW", 8 or 32946 => "deflate", 32773 => "PackBits", var other => $"{other}" };
        return (mode + (samples is 2 or 4 ? " with alpha" : ""), compression);
    }

    /// <summary>Mode and compression of a bitmap.</summary>
    public static (string Mode, string Compression) OfBmp(HeaderReader reader)
    {
        var bits = reader.UInt16(reader.UInt32(14) == 12 ? 24 : 28);
        return (bits <= 8 ? "palette" : "colour", $"none, {bits} bits a pixel");
    }

    /// <summary>Mode and compression of a WebP.</summary>
    public static (string Mode, string Compression) OfWebP(ReadOnlySpan<byte> bytes) =>
        ("colour", bytes.IndexOf("VP8L"u8) >= 0 ? "lossless" : "lossy");
}
