namespace Pneumonia.Model.Serving.Package;

/// <summary>
/// The checksum of zip entries (APPNOTE 6.3.10, section 4.4.7), which <see cref="System.IO.Compression.ZipArchive"/> does not check
/// on reading. Bit by bit: it only ever runs over a few kilobytes.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var value in bytes)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ (Polynomial & (0 - (remainder & 1)));
            }
        }

        return ~remainder;
    }
}
