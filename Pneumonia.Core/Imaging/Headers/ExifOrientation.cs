namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Finds the orientation in an EXIF block, which is a small TIFF file (EXIF 2.32, section 4.5).</summary>
internal static class ExifOrientation
{
    private const int OrientationTag = 0x0112;

    /// <summary>The orientation, 1 to 8; 1 where it is absent or the block is broken, as its metadata never decides whether an image is read.</summary>
    /// <param name="exif">The block, from its byte order mark on.</param>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        try
        {
            return Find(exif);
        }
        catch (InvalidHeaderException)
        {
            return 1;
        }
    }

    private static int Find(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("II"u8) && !exif.StartsWith("MM"u8))
        {
            return 1;
        }

        var reader = new HeaderReader(exif, bigEndian: exif[0] == 'M');
        var directory = reader.UInt32(4);
        var entries = reader.UInt16(directory);
        for (var i = 0; i < entries; i++)
        {
            var entry = directory + 2L + (12L * i);
            if (reader.UInt16(entry) == OrientationTag)
            {
                var value = reader.UInt16(entry + 8);
                return value is >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }
}
