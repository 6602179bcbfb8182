namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Reads what a TIFF file says of its image (TIFF 6.0, sections 3 to 6).</summary>
internal static class TiffHeader
{
    private const int Palette = 3;

    /// <summary>Whether the bytes start as a TIFF file does.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || TiffDirectory.IsBig(bytes);

    /// <summary>Size and orientation of an image of a kind that is read.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short, has several pages, or is of a kind that is not read.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        var tags = new TiffDirectory(bytes);
        if (tags.HasMorePages)
        {
            throw new InvalidHeaderException("the TIFF file has several pages; save the X-ray as a file of one page");
        }

        var bits = tags.Value(TiffTags.BitsPerSample, 1);
        var samples = tags.Value(TiffTags.SamplesPerPixel, 1);
        var photometric = tags.Value(TiffTags.Photometric, uint.MaxValue);
        if (bits is not (1 or 4 or 8 or 16) || tags.Values(TiffTags.BitsPerSample).Any(b => b != bits) || samples is < 1 or > 4)
        {
            throw new InvalidHeaderException($"TIFF with {samples} samples of {bits} bits per pixel is not read");
        }

        if (tags.Values(TiffTags.SampleFormat).Any(format => format != 1))
        {
            throw new InvalidHeaderException("TIFF with signed or floating-point samples is not read");
        }

        if (photometric > Palette || (tags.Value(TiffTags.PlanarConfiguration, 1) != 1 && samples > 1))
        {
            throw new InvalidHeaderException("TIFF is read only as grey, RGB or palette with the samples of a pixel side by side");
        }

        var orientation = tags.Value(TiffTags.Orientation, 1);
        return new ImageHeader(
            RadiographFormat.Tiff, tags.Value(TiffTags.Width, 0), tags.Value(TiffTags.Height, 0), orientation is >= 1 and <= 8 ? (int)orientation : 1);
    }
}
