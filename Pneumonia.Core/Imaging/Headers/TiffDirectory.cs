namespace Pneumonia.Core.Imaging.Headers;

/// <summary>The first directory of a TIFF file (TIFF 6.0, section 2): its tags and their numbers.</summary>
internal readonly ref struct TiffDirectory
{
    private const int EntrySize = 12;
    private const int Byte = 1;
    private const int Short = 3;
    private const int Long = 4;

    private readonly HeaderReader _reader;
    private readonly long _entries;
    private readonly int _count;

    /// <summary>Finds the directory.</summary>
    /// <exception cref="InvalidHeaderException">It is not inside the file.</exception>
    public TiffDirectory(ReadOnlySpan<byte> bytes)
    {
        _reader = new HeaderReader(bytes, bigEndian: bytes[0] == 'M');
        var start = _reader.UInt32(4);
        _count = _reader.UInt16(start);
        _entries = start + 2L;
        HasMorePages = _reader.UInt32(_entries + ((long)EntrySize * _count)) != 0;
    }

    /// <summary>Whether another directory follows.</summary>
    public bool HasMorePages { get; }

    /// <summary>The bytes from <paramref name="offset"/>.</summary>
    /// <exception cref="InvalidHeaderException">They are not all inside the file.</exception>
    public ReadOnlySpan<byte> Slice(long offset, long count) => _reader.Slice(offset, count);

    /// <summary>A tag's only or first number, or <paramref name="absent"/>.</summary>
    public uint Value(int tag, uint absent) => Values(tag) is [var first, ..] ? first : absent;

    /// <summary>All numbers of a tag; none where it is absent or holds no whole numbers.</summary>
    public uint[] Values(int tag)
    {
        for (var i = 0; i < _count; i++)
        {
            var entry = _entries + ((long)EntrySize * i);
            if (_reader.UInt16(entry) == tag)
            {
                return ReadEntry(entry);
            }
        }

        return [];
    }

    private uint[] ReadEntry(long entry)
    {
        var type = _reader.UInt16(entry + 2);
        var size = type switch { Byte => 1, Short => 2, Long => 4, _ => 0 };
        var total = size * (long)_reader.UInt32(entry + 4);
        var at = total <= 4 ? entry + 8 : _reader.UInt32(entry + 8);
        _reader.Slice(at, total);
        var values = new uint[size == 0 ? 0 : total / size];
        for (var i = 0; i < values.Length; i++)
        {
            var position = at + ((long)size * i);
            values[i] = type switch
            {
                Byte => _reader.Byte(position),
                Short => _reader.UInt16(position),
                _ => _reader.UInt32(position),
            };
        }

        return values;
    }
}
