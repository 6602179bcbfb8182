namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Walks the markers of a JPEG file (ITU-T T.81, annex B) from its start to its end.</summary>
internal static class JpegHeader
{
    // Progressive files have about ten scans. Each costs a pass over the whole image, so thousands of tiny ones are an attack.
    private const int MaxScans = 100;

    private const byte StartOfImage = 0xD8;

    /// <summary>Marker of the file's end.</summary>
    internal const byte EndOfImage = 0xD9;

    /// <summary>Marker of a scan, before its data.</summary>
    internal const byte StartOfScan = 0xDA;

    private const byte App1 = 0xE1;

    // JPEG-LS (ITU-T T.87) begins as JPEG does and has a frame of its own.
    private const byte LosslessFrame = 0xF7;

    /// <summary>Whether the bytes start as a JPEG file does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, StartOfImage, 0xFF]);

    /// <summary>Size and orientation of a complete file, or of one that ends in its last scan's data: whether that is all there, only decoding
    /// tells.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short, or of a kind that is not read.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: true);
        ImageHeader? header = null;
        JpegScans? scans = null;
        var orientation = 1;
        for (long at = 2; ;)
        {
            if (FindMarker(reader, ref at) is not { } marker)
            {
                return header is not null && scans is { CanEndUnmarked: true }
                    ? header with { Orientation = orientation, IsEndMissing = true }
                    : throw new InvalidHeaderException(InvalidHeaderException.CutShort);
            }

            if (marker == EndOfImage)
            {
                return header is null || scans is null or { Count: 0 }
                    ? throw new InvalidHeaderException("the JPEG file holds no image")
                    : !scans.IsComplete
                    ? throw new InvalidHeaderException("the image is damaged or cut short (scans are missing)")
                    : header with { Orientation = orientation };
            }

            var segment = reader.Slice(at, Math.Max(reader.UInt16(at), (ushort)2))[2..];
            at += segment.Length + 2;
            if (IsFrame(marker))
            {
                header = header is null
                    ? ReadFrame(marker, segment)
                    : throw new InvalidHeaderException("the JPEG file holds more than one frame");
                scans = new JpegScans(marker, segment);
            }
            else if (marker == LosslessFrame)
            {
                throw new InvalidHeaderException("JPEG-LS is not read; save the X-ray as PNG or JPEG");
            }
            else if (marker == App1 && segment.StartsWith("Exif\0\0"u8))
            {
                orientation = ExifOrientation.Read(segment[6..]);
            }
            else if (marker == StartOfScan)
            {
                scans?.Add(segment);
                if (scans?.Count > MaxScans)
                {
                    throw new InvalidHeaderException($"the JPEG file has more than {MaxScans} scans");
                }
            }
        }
    }

    /// <summary>Whether a marker begins a frame, which says what the image is like.</summary>
    internal static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageHeader ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        var frame = new HeaderReader(segment, bigEndian: true);
        if (marker is not (0xC0 or 0xC1 or 0xC2 or 0xC9 or 0xCA))
        {
            throw new InvalidHeaderException("lossless and hierarchical JPEG are not read");
        }

        if (frame.Byte(0) != 8)
        {
            throw new InvalidHeaderException($"JPEG with {frame.Byte(0)} bits per sample is not read, only 8");
        }

        frame.Slice(6, 3 * frame.Byte(5));
        return frame.Byte(5) is 1 or 3 or 4
            ? new ImageHeader(RadiographFormat.Jpeg, frame.UInt16(3), frame.UInt16(1))
            : throw new InvalidHeaderException($"JPEG with {frame.Byte(5)} components is not read");
    }

    /// <summary>Skips entropy-coded data, where FF stands before 00 or a restart marker, and finds the next marker proper.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="at">Where to look from; then what follows the marker, or the file's end.</param>
    /// <returns>The marker; null where there is none up to the file's end.</returns>
    internal static byte? FindMarker(HeaderReader reader, ref long at)
    {
        while (true)
        {
            var rest = reader.Slice(at, reader.Length - at);
            var found = rest.IndexOf((byte)0xFF);
            if (found < 0 || found + 1 >= rest.Length)
            {
                at = reader.Length;
                return null;
            }

            var code = rest[found + 1];
            at += found + (code == 0xFF ? 1 : 2);
            if (code is not (0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return code;
            }
        }
    }
}
