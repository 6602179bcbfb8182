namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Reads the header of a Windows bitmap (BITMAPFILEHEADER and BITMAPINFOHEADER or its older and newer forms).</summary>
internal static class BmpHeader
{
    private const int Uncompressed = 0;
    private const int BitFields = 3;

    /// <summary>Whether the bytes start as a bitmap does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith("BM"u8);

    /// <summary>Size of a complete file.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short, or of a kind that is not read.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: false);
        var pixels = reader.UInt32(10);
        var old = reader.UInt32(14) == 12;
        if (!old && reader.UInt32(14) is not (40 or 52 or 56 or 108 or 124))
        {
            throw new InvalidHeaderException("the BMP file has an unknown header");
        }

        long width = old ? reader.UInt16(18) : (int)reader.UInt32(18);
        long height = old ? reader.UInt16(20) : Math.Abs((long)(int)reader.UInt32(22));
        var bits = reader.UInt16(old ? 24 : 28);
        var compression = old ? Uncompressed : (int)reader.UInt32(30);
        if (compression != Uncompressed && !(compression == BitFields && bits is 16 or 32))
        {
            throw new InvalidHeaderException("compressed BMP is not read");
        }

        if (bits is not (1 or 4 or 8 or 16 or 24 or 32))
        {
            throw new InvalidHeaderException($"BMP with {bits} bits per pixel is not read");
        }

        var header = new ImageHeader(RadiographFormat.Bmp, width, height);
        var stride = ((Math.Max(width, 0) * bits) + 31) / 32 * 4;
        reader.Slice(pixels, stride * height);
        return header;
    }
}
