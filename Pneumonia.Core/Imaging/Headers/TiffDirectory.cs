namespace Pneumonia.Core.Imaging.Headers;

/// <summary>The first directory of a TIFF file (TIFF 6.0, section 2), or of a BigTIFF, whose places and counts have 64 bits: its tags and their
/// numbers.</summary>
internal readonly ref struct TiffDirectory
{
    private const int Byte = 1;
    private const int Short = 3;
    private const int Long = 4;
    private const int Long8 = 16;

    // As many as 16 bits can count: BigTIFF could name more, and each is looked at.
    private const int MostTags = ushort.MaxValue;

    private readonly HeaderReader _reader;
    private readonly bool _isBig;
    private readonly long _entries;
    private readonly int _count;

    /// <summary>Finds the directory.</summary>
    /// <exception cref="InvalidHeaderException">It is not inside the file.</exception>
    public TiffDirectory(ReadOnlySpan<byte> bytes)
    {
        _reader = new HeaderReader(bytes, bigEndian: bytes[0] == 'M');
        _isBig = IsBig(bytes);
        var start = _isBig ? _reader.Within(8) : _reader.UInt32(4);
        var count = _isBig ? _reader.Within(start) : _reader.UInt16(start);
        _count = count <= MostTags ? (int)count : throw new InvalidHeaderException($"the TIFF file has more than {MostTags} tags");
        _entries = start + (_isBig ? 8 : 2);
        var next = _entries + ((long)EntrySize * _count);
        HasMorePages = _isBig ? _reader.Within(next) != 0 : _reader.UInt32(next) != 0;
    }

    /// <summary>Whether another directory follows.</summary>
    public bool HasMorePages { get; }

    private int EntrySize => _isBig ? 20 : 12;

    /// <summary>Whether the bytes start as a BigTIFF does: version 43, places of 8 bytes.</summary>
    public static bool IsBig(ReadOnlySpan<byte> bytes) => bytes.StartsWith("II+\0\b\0\0\0"u8) || bytes.StartsWith("MM\0+\0\b\0\0"u8);

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
        var size = type switch { Byte => 1, Short => 2, Long => 4, Long8 => 8, _ => 0 };
        var (content, room) = _isBig ? (entry + 12, 8) : (entry + 8, 4);
        var total = size * (_isBig ? _reader.Within(entry + 4) : _reader.UInt32(entry + 4));
        var at = total <= room ? content : _isBig ? _reader.Within(content) : _reader.UInt32(content);
        _reader.Slice(at, total);
        var values = new uint[size == 0 ? 0 : total / size];
        for (var i = 0; i < values.Length; i++)
        {
            var position = at + ((long)size * i);
            values[i] = type switch
            {
                Byte => _reader.Byte(position),
                Short => _reader.UInt16(position),
                Long => _reader.UInt32(position),
                _ => (uint)_reader.Within(position),
            };
        }

        return values;
    }
}
