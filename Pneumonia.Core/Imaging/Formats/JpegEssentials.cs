using System.Buffers.Binary;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>What of a JPEG file makes its pixels. Comments, profiles and EXIF never reach the decoder: they cannot break it, nor decide
/// whether an image is read.</summary>
/// <param name="Bytes">A file of its own.</param>
/// <param name="Height">Rows that it says it has: some more than there are, where that shows damage (see <see cref="Of"/>).</param>
/// <param name="IsInkInverted">Whether levels of CMYK are the light that is left, as Adobe's programs store them.</param>
internal sealed record JpegEssentials(byte[] Bytes, int Height, bool IsInkInverted)
{
    private const int BlockSide = 8;
    private const byte AdobeMarker = 0xEE;

    /// <summary>Copies what counts, and gives the copy an end where the file lacks one. libvips tells of damage only when the next rows are asked for, so damage in the last rows would pass.
    /// Where rows are decoded one after the other, the copy therefore claims one more row than its blocks have.</summary>
    /// <param name="bytes">A file whose header was accepted.</param>
    /// <exception cref="InvalidHeaderException">A scan comes before the frame or says nothing.</exception>
    public static JpegEssentials Of(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: true);
        // Room for an end that the file may lack.
        var copy = new byte[bytes.Length + 2];
        var (count, frameAt, rows, scans) = (0, 0, 0, 0);
        var isInkInverted = false;
        Append(copy, ref count, bytes[..2]);
        for (long at = 2; ;)
        {
            var marker = JpegHeader.FindMarker(reader, ref at) ?? JpegHeader.EndOfImage;
            if (marker == JpegHeader.EndOfImage)
            {
                Append(copy, ref count, [0xFF, marker]);
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frameAt + 3), (ushort)rows);
                Array.Resize(ref copy, count);
                return new JpegEssentials(copy, rows, isInkInverted);
            }

            var segment = reader.Slice(at, Math.Max(reader.UInt16(at), (ushort)2));
            at += segment.Length;
            if (!IsNeeded(marker))
            {
                continue;
            }

            Append(copy, ref count, [0xFF, marker]);
            if (JpegHeader.IsFrame(marker))
            {
                (frameAt, rows) = (count, BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            }

            isInkInverted |= marker == AdobeMarker && segment[2..].StartsWith("Adobe"u8);
            Append(copy, ref count, segment);
            if (marker == JpegHeader.StartOfScan)
            {
                if (frameAt == 0 || segment.Length < 3)
                {
                    throw new InvalidHeaderException("the image is damaged or cut short");
                }

                rows = scans++ == 0 ? RowsToClaim(copy.AsSpan(frameAt), segment, copy[frameAt - 1], rows) : rows;
                var end = at;
                var data = JpegHeader.FindMarker(reader, ref end) is null
                    ? WithoutFilling(bytes[(int)at..])
                    : bytes[(int)at..(int)(end -= 2)];
                Append(copy, ref count, data);
                at = end;
            }
        }
    }

    // All but comments and the programs' own segments; of those, JFIF's and Adobe's say how colours are stored.
    private static bool IsNeeded(byte marker) => marker is not (0xFE or > 0xE0 and <= 0xEF) or AdobeMarker;

    // Zeros that stand where data broke off would be taken for grey pixels, and half a mark is none. A zero after FF is part of the data.
    private static ReadOnlySpan<byte> WithoutFilling(ReadOnlySpan<byte> data)
    {
        var trimmed = data.TrimEnd((byte)0);
        return trimmed is [.., 0xFF] && trimmed.Length < data.Length ? data[..(trimmed.Length + 1)] : trimmed.TrimEnd((byte)0xFF);
    }

    private static void Append(byte[] copy, ref int count, ReadOnlySpan<byte> part)
    {
        part.CopyTo(copy.AsSpan(count));
        count += part.Length;
    }

    // Files of several scans are decoded whole before the first row. Where chroma has fewer rows, the decoder looks a row of blocks
    // ahead, so that damage shows in time, and rows that are not there would be damage.
    private static int RowsToClaim(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> scan, byte marker, int rows)
    {
        var components = frame[7];
        var sampling = frame[9] & 0x0F;
        for (var i = 1; i < components; i++)
        {
            sampling = (frame[9 + (3 * i)] & 0x0F) == sampling ? sampling : 0;
        }

        var isSequential = marker is 0xC0 or 0xC1 or 0xC9 && scan[2] == components;
        if (!isSequential || sampling == 0)
        {
            return rows;
        }

        var block = BlockSide * sampling;
        var claimed = ((rows + block - 1) / block * block) + 1;
        return claimed <= ushort.MaxValue ? claimed : rows;
    }
}
