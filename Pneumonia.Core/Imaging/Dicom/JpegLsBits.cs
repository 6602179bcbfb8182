namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Bits of a JPEG-LS scan: after a byte of eight ones, the first bit of the next is not counted (ITU-T T.87, A.1). Beyond the end, zeros.</summary>
internal ref struct JpegLsBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _left;
    private int _byte;

    /// <summary>Whether more was read than there is.</summary>
    public bool IsBeyondEnd { get; private set; }

    /// <summary>The next bit.</summary>
    public int Next()
    {
        if (_left == 0)
        {
            _left = _byte == 0xFF ? 7 : 8;
            IsBeyondEnd |= _at >= _bytes.Length;
            _byte = _at < _bytes.Length ? _bytes[_at++] : 0;
        }

        return (_byte >> --_left) & 1;
    }

    /// <summary>A number of so many bits.</summary>
    public int Next(int count)
    {
        var number = 0;
        for (var i = 0; i < count; i++)
        {
            number = (number << 1) | Next();
        }

        return number;
    }

    /// <summary>A number in Golomb's code with a limited length (A.5.3).</summary>
    /// <param name="k">Bits that are not unary.</param>
    /// <param name="limit">Longest unary part, the mark of its end included.</param>
    /// <param name="wide">Bits of a number whose unary part would be longer.</param>
    public int Golomb(int k, int limit, int wide)
    {
        var zeros = 0;
        while (Next() == 0 && zeros < limit)
        {
            zeros++;
        }

        return zeros < limit ? (zeros << k) + Next(k) : Next(wide) + 1;
    }
}
