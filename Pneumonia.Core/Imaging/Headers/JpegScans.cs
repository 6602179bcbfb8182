namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Which bits of the brightness the scans of a progressive JPEG file have brought (ITU-T T.81, annex G). Decoders show
/// what there is, however little, so a file without its last scans would look whole.</summary>
/// <param name="brightness">Identifier of the first component.</param>
internal sealed class JpegScans(byte brightness)
{
    private const int Coefficients = 64;

    // Bits that are still to come, of each coefficient; null before its first scan.
    private readonly int?[] _missing = new int?[Coefficients];

    /// <summary>Whether all bits of all coefficients have come.</summary>
    public bool IsComplete => Array.TrueForAll(_missing, bits => bits == 0);

    /// <summary>Notes what a scan brings.</summary>
    /// <param name="segment">The segment of its marker, after the length.</param>
    /// <exception cref="InvalidHeaderException">The segment is cut short.</exception>
    public void Add(ReadOnlySpan<byte> segment)
    {
        var reader = new HeaderReader(segment, bigEndian: true);
        var components = reader.Byte(0);
        var spectrum = 1 + (2 * components);
        var (first, last, bits) = (reader.Byte(spectrum), reader.Byte(spectrum + 1), reader.Byte(spectrum + 2) & 0x0F);
        for (var i = 0; i < components; i++)
        {
            for (var k = (int)first; reader.Byte(1 + (2 * i)) == brightness && k <= last && k < Coefficients; k++)
            {
                _missing[k] = bits;
            }
        }
    }
}
