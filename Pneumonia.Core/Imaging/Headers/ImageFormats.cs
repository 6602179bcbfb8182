namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Tells the formats apart by their first bytes, never by a file's name.</summary>
internal static class ImageFormats
{
    /// <summary>The header of a file in one of the formats that are read.</summary>
    /// <exception cref="InvalidHeaderException">No image, of a format that is not read, or its header is refused.</exception>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> bytes) => bytes switch
    {
        // What stands before a DICOM file's mark may be the beginning of a TIFF file.
        _ when OtherFormats.IsDicom(bytes) => throw new InvalidHeaderException(OtherFormats.Tell(bytes)),
        _ when JpegHeader.Matches(bytes) => JpegHeader.Read(bytes),
        _ when PngHeader.Matches(bytes) => PngHeader.Read(bytes),
        _ when TiffHeader.Matches(bytes) => TiffHeader.Read(bytes),
        _ when WebPHeader.Matches(bytes) => WebPHeader.Read(bytes),
        _ when BmpHeader.Matches(bytes) => BmpHeader.Read(bytes),
        _ => throw new InvalidHeaderException(OtherFormats.Tell(bytes)),
    };
}
