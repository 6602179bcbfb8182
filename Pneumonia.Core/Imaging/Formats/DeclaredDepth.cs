using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>What a file's header says of the bits that its samples make use of.</summary>
/// <param name="Bits">Bits in use; null where the header does not say.</param>
/// <param name="IsWhiteZero">Whether 0 is white: the decoder has exchanged black and white already.</param>
internal readonly record struct DeclaredDepth(int? Bits, bool IsWhiteZero)
{
    private const int MaxSampleValue = 281;
    private const int SampleMaximum = 341;
    private const int FirstChunk = 8;
    private const byte ColourFlag = 2;

    /// <summary>Reads it of a file whose header was accepted.</summary>
    public static DeclaredDepth Of(ReadOnlySpan<byte> bytes, RadiographFormat format) => format switch
    {
        RadiographFormat.Png => new(OfPng(new HeaderReader(bytes, bigEndian: true)), false),
        RadiographFormat.Tiff => OfTiff(new TiffDirectory(bytes)),
        _ => default,
    };

    // PNG, third edition, section 11.3.2.5: sBIT, a byte for each channel, before the pixels.
    private static int? OfPng(HeaderReader reader)
    {
        for (long at = FirstChunk; ;)
        {
            var type = reader.Slice(at + 4, 4);
            if (type.SequenceEqual("sBIT"u8))
            {
                var channels = reader.Slice(at + 8, reader.UInt32(at));
                var colours = (reader.Byte(25) & ColourFlag) != 0 ? 3 : 1;
                return channels.Length < colours ? null : Greatest(channels[..colours]);
            }

            if (type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8))
            {
                return null;
            }

            at += 12 + (long)reader.UInt32(at);
        }
    }

    // TIFF 6.0, pages 36 and 80: the largest value that a sample may have; the older tag is for statistics, and newer programs write the other.
    private static DeclaredDepth OfTiff(TiffDirectory tags)
    {
        var most = tags.Values(SampleMaximum) is [_, ..] named ? named.Max() : tags.Value(MaxSampleValue, 0);
        return new(most is > 1 and <= ushort.MaxValue ? UsedBits.Of(most) : null, tags.Value(TiffTags.Photometric, 1) == 0);
    }

    private static int? Greatest(ReadOnlySpan<byte> bits)
    {
        var greatest = 0;
        foreach (var each in bits)
        {
            greatest = Math.Max(greatest, each);
        }

        return greatest is > 0 and <= 16 ? greatest : null;
    }
}
