namespace Pneumonia.Core.Imaging.Headers;

/// <summary>What the scans of a JPEG file have brought. Decoders show what there is, however little, so a file without its last scans would
/// look whole.</summary>
internal sealed class JpegScans
{
    private const int Coefficients = 64;

    private readonly byte _brightness;
    private readonly int _components;
    private readonly bool _isProgressive;
    private readonly bool _isArithmetic;
    private readonly HashSet<byte> _begun = [];

    // Bits that are still to come, of each coefficient of the brightness; null before its first scan (ITU-T T.81, annex G).
    private readonly int?[] _missing = new int?[Coefficients];

    /// <summary>Expects the scans of a frame.</summary>
    /// <param name="marker">The frame's.</param>
    /// <param name="frame">Its segment, after the length.</param>
    public JpegScans(byte marker, ReadOnlySpan<byte> frame)
    {
        (_components, _brightness) = (frame[5], frame[6]);
        (_isProgressive, _isArithmetic) = (marker is 0xC2 or 0xCA, marker is 0xC9 or 0xCA);
    }

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all bits of all coefficients of the brightness have come, where several scans bring them.</summary>
    public bool IsComplete => !_isProgressive || Array.TrueForAll(_missing, bits => bits == 0);

    /// <summary>Whether the file may end here without its mark: all scans have begun, and a decoder would tell if the last broke off. One of
    /// arithmetic codes takes what is missing for zeros, without a word.</summary>
    public bool CanEndUnmarked => Count > 0 && IsComplete && !_isArithmetic && _begun.Count >= _components;

    /// <summary>Notes what a scan brings.</summary>
    /// <param name="segment">The segment of its marker, after the length.</param>
    /// <exception cref="InvalidHeaderException">The segment is cut short.</exception>
    public void Add(ReadOnlySpan<byte> segment)
    {
        Count++;
        var reader = new HeaderReader(segment, bigEndian: true);
        var components = reader.Byte(0);
        var spectrum = 1 + (2 * components);
        var (first, last, bits) = (reader.Byte(spectrum), reader.Byte(spectrum + 1), reader.Byte(spectrum + 2) & 0x0F);
        for (var i = 0; i < components; i++)
        {
            var component = reader.Byte(1 + (2 * i));
            _begun.Add(component);
            for (var k = (int)first; _isProgressive && component == _brightness && k <= last && k < Coefficients; k++)
            {
                _missing[k] = bits;
            }
        }
    }
}
