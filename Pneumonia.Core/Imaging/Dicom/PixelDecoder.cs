using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Unpacks the first frame of a DICOM file's pixels.</summary>
internal static class PixelDecoder
{
    // ITU-R BT.601, in thousandths.
    private static readonly int[] s_luminance = [299, 587, 114];

    /// <summary>Unpacks them; colour becomes its luminance.</summary>
    /// <exception cref="InvalidHeaderException">They are missing, cut short, damaged, or compressed in a way that is not read.</exception>
    public static StoredPixels Decode(DicomDataSet file, PixelLayout layout)
    {
        var pixels = file[DicomTag.PixelData] ?? throw new InvalidHeaderException("the DICOM file holds no image");
        if (file.Syntax.Codec == PixelCodec.None)
        {
            return Of(layout, layout.Bytes <= pixels.Value.Length ? pixels.Value.Span : throw new InvalidHeaderException(InvalidHeaderException.CutShort), file.Syntax.IsBigEndian && layout.SampleBytes == 2);
        }

        if (pixels.Fragments.Count == 0)
        {
            throw new InvalidHeaderException("the DICOM file holds no compressed image, though it says so");
        }

        return file.Syntax.Codec switch
        {
            PixelCodec.RunLength => Of(layout, RunLengths.Decode(pixels.Fragments[0].Span, layout), isBigEndian: false),
            PixelCodec.JpegLs => Grey(layout, JpegLsDecoder.Decode(Joined(pixels))),
            PixelCodec.Jpeg => Grey(layout, JpegSamples.Decode(Joined(pixels))),
            _ => throw new InvalidHeaderException($"pixels of the transfer syntax {file.Syntax.Uid} are not read"),
        };
    }

    // Compressed pixels tell the sign by the layout, too.
    private static StoredPixels Grey(PixelLayout layout, StoredPixels decoded) => decoded.Width == layout.Width && decoded.Height == layout.Height
        ? decoded with { Values = Array.ConvertAll(decoded.Values, value => layout.Value(layout.IsSigned ? value : Math.Min(value, (1 << (layout.HighBit + 1)) - 1))) }
        : throw new InvalidHeaderException("the image does not have the size that its header says");

    private static byte[] Joined(DicomElement pixels)
    {
        var all = new byte[pixels.Fragments.Sum(fragment => (long)fragment.Length)];
        var at = 0;
        foreach (var fragment in pixels.Fragments)
        {
            fragment.Span.CopyTo(all.AsSpan(at));
            at += fragment.Length;
        }

        return all;
    }

    private static StoredPixels Of(PixelLayout layout, ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        var count = layout.Width * layout.Height;
        var values = new int[count];
        for (var i = 0; i < count; i++)
        {
            if (layout.Samples == 1)
            {
                values[i] = layout.Value(Word(bytes, i, layout.SampleBytes, isBigEndian));
                continue;
            }

            var sum = 0L;
            for (var sample = 0; sample < layout.Samples; sample++)
            {
                var place = layout.IsPlanar ? (sample * count) + i : (i * layout.Samples) + sample;
                sum += s_luminance[sample] * (long)layout.Value(Word(bytes, place, layout.SampleBytes, isBigEndian));
            }

            values[i] = (int)((sum + 500) / 1000);
        }

        return new StoredPixels(layout.Width, layout.Height, values);
    }

    private static int Word(ReadOnlySpan<byte> bytes, int place, int size, bool isBigEndian) => size == 1 ? bytes[place]
        : isBigEndian ? (bytes[2 * place] << 8) | bytes[(2 * place) + 1]
        : bytes[2 * place] | (bytes[(2 * place) + 1] << 8);
}
