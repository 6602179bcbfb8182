namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Tells the formats apart by their first bytes, never by a file's name.</summary>
internal static class ImageFormats
{
    private const int DicomMarkOffset = 128;

    /// <summary>The header of a file in one of the formats that are read.</summary>
    /// <exception cref="InvalidHeaderException">No image, of a format that is not read, or its header is refused.</exception>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when JpegHeader.Matches(bytes) => JpegHeader.Read(bytes),
        _ when PngHeader.Matches(bytes) => PngHeader.Read(bytes),
        _ when TiffHeader.Matches(bytes) => TiffHeader.Read(bytes),
        _ when WebPHeader.Matches(bytes) => WebPHeader.Read(bytes),
        _ when BmpHeader.Matches(bytes) => BmpHeader.Read(bytes),
        _ => throw new InvalidHeaderException(WhyNot(bytes)),
    };

    private static string WhyNot(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "the file is empty";
        }

        if (bytes.Length >= DicomMarkOffset + 4 && bytes.Slice(DicomMarkOffset, 4).SequenceEqual("DICM"u8))
        {
            return "DICOM is not read by this version; save the X-ray as PNG or JPEG";
        }

        return bytes switch
        {
            _ when bytes.StartsWith("GIF8"u8) => "GIF is not read; save the X-ray as PNG or JPEG",
            _ when bytes.StartsWith("%PDF"u8) => "PDF is not read; save the X-ray as PNG or JPEG",
            _ => "it is not a JPEG, PNG, TIFF, BMP or WebP image",
        };
    }
}
