using System.Buffers.Binary;

namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Numbers out of untrusted bytes: whatever lies beyond the end is a file that was cut short.</summary>
internal readonly ref struct HeaderReader(ReadOnlySpan<byte> bytes, bool bigEndian)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes in all.</summary>
    public int Length => _bytes.Length;

    /// <summary><paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
    /// <exception cref="InvalidHeaderException">They are not all there.</exception>
    public ReadOnlySpan<byte> Slice(long offset, long count)
    {
        if (offset < 0 || count < 0 || offset > _bytes.Length || count > _bytes.Length - offset)
        {
            throw new InvalidHeaderException(InvalidHeaderException.CutShort);
        }

        return _bytes.Slice((int)offset, (int)count);
    }

    /// <summary>The byte at <paramref name="offset"/>.</summary>
    public byte Byte(long offset) => Slice(offset, 1)[0];

    /// <summary>The unsigned 16-bit number at <paramref name="offset"/>.</summary>
    public ushort UInt16(long offset) => bigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(Slice(offset, 2))
        : BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    /// <summary>The unsigned 32-bit number at <paramref name="offset"/>.</summary>
    public uint UInt32(long offset) => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(Slice(offset, 4))
        : BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    /// <summary>The unsigned 64-bit number at <paramref name="offset"/>, which stands for a place or a count within the file.</summary>
    /// <exception cref="InvalidHeaderException">It lies beyond every file that is read.</exception>
    public long Within(long offset)
    {
        var number = bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(Slice(offset, 8)) : BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8));
        return number <= uint.MaxValue ? (long)number : throw new InvalidHeaderException(InvalidHeaderException.CutShort);
    }
}
