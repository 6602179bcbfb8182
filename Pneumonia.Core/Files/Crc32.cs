namespace Pneumonia.Core.Files;

/// <summary>
/// The checksum of PNG chunks and zip entries (ISO 3309; PNG specification, annex D; zip APPNOTE, section 4.4.7). The framework has
/// it only in a separate package.
/// </summary>
internal static class Crc32
{
    private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, Step))];

    /// <summary>The checksum of <paramref name="bytes"/>.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = s_table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Step(uint crc, int bit) => (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
}
