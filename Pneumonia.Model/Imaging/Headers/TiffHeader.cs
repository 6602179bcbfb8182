namespace Pneumonia.Model.Imaging.Headers;

/// <summary>Reads the first directory of a TIFF file (TIFF 6.0, section 2).</summary>
internal static class TiffHeader
{
    /// <summary>Whether the bytes start as a TIFF file does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    /// <summary>Size and orientation of a complete file.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short, or of a kind that is not read.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: bytes[0] == 'M');
        var directory = reader.UInt32(4);
        uint width = 0, height = 0;
        for (var i = 0; i < reader.UInt16(directory); i++)
        {
            var entry = directory + 2L + (12L * i);
            var value = reader.UInt16(entry + 2) == 3 ? reader.UInt16(entry + 8) : reader.UInt32(entry + 8);
            width = reader.UInt16(entry) == 256 ? value : width;
            height = reader.UInt16(entry) == 257 ? value : height;
        }

        return new ImageHeader(RadiographFormat.Tiff, width, height);
    }
}
