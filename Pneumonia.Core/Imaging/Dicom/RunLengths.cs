using System.Buffers.Binary;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Unpacks pixels by their run lengths (PS3.5, annex G): each byte of the samples in a segment of its own, the greatest first.</summary>
internal static class RunLengths
{
    private const int HeaderBytes = 64;
    private const int MostSegments = 15;

    /// <summary>Unpacks a frame.</summary>
    /// <returns>Samples pixel by pixel, little endian.</returns>
    /// <exception cref="InvalidHeaderException">It is cut short or makes no sense.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> frame, PixelLayout layout)
    {
        var segments = frame.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(frame);
        if (segments != layout.Samples * layout.SampleBytes || segments > MostSegments)
        {
            throw new InvalidHeaderException("the run lengths of the DICOM file are not those of its image");
        }

        var pixels = new byte[layout.Bytes];
        for (var segment = 0; segment < segments; segment++)
        {
            var start = BinaryPrimitives.ReadUInt32LittleEndian(frame[(4 + (4 * segment))..]);
            if (start < HeaderBytes || start > frame.Length)
            {
                throw new InvalidHeaderException(InvalidHeaderException.CutShort);
            }

            var (sample, part) = Math.DivRem(segment, layout.SampleBytes);
            var offset = layout.IsPlanar
                ? (sample * layout.Width * layout.Height * layout.SampleBytes) + (layout.SampleBytes - 1 - part)
                : (sample * layout.SampleBytes) + (layout.SampleBytes - 1 - part);
            Unpack(frame[(int)start..], pixels, offset, layout.IsPlanar ? layout.SampleBytes : layout.Samples * layout.SampleBytes, layout.Width * layout.Height);
        }

        return pixels;
    }

    // PackBits, one byte in so many of the target.
    private static void Unpack(ReadOnlySpan<byte> packed, Span<byte> target, int offset, int stride, int count)
    {
        var at = 0;
        for (var done = 0; done < count;)
        {
            if (at >= packed.Length)
            {
                throw new InvalidHeaderException(InvalidHeaderException.CutShort);
            }

            var control = (sbyte)packed[at++];
            if (control == sbyte.MinValue)
            {
                continue;
            }

            var run = Math.Min(count - done, control >= 0 ? control + 1 : 1 - control);
            var needed = control >= 0 ? run : 1;
            if (at + needed > packed.Length)
            {
                throw new InvalidHeaderException(InvalidHeaderException.CutShort);
            }

            for (var i = 0; i < run; i++)
            {
                target[offset + ((done + i) * stride)] = packed[control >= 0 ? at + i : at];
            }

            at += control >= 0 ? control + 1 : 1;
            done += run;
        }
    }
}
