using Pneumonia.Core.Imaging.Dicom;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Storage;

/// <summary>How a file stores its image: nothing of it is of the picture, and a model that goes by it has learnt who saved the file.</summary>
/// <param name="Mode">Grey, colour, palette or CMYK, perhaps with alpha.</param>
/// <param name="Compression">How pixels are packed, e.g. <c>progressive, quality 90</c>.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Pixels">Pixels of the image, bars included.</param>
public sealed record ImageStorage(string Mode, string Compression, long Bytes, long Pixels)
{
    /// <summary>What is said where a header does not tell.</summary>
    internal const string Unknown = "unknown";

    /// <summary>Bytes of the file for each pixel.</summary>
    public double BytesPerPixel => (double)Bytes / Math.Max(Pixels, 1);

    /// <summary>Looks at the header of a file whose pixels could be read.</summary>
    /// <param name="bytes">The whole file.</param>
    public static ImageStorage Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (DicomFile.Matches(bytes))
            {
                var file = DicomFile.Read(bytes.ToArray());
                var layout = PixelLayout.Of(file);
                return new(layout.Samples == 1 ? "grey" : "colour", $"DICOM {file.Syntax.Uid}", bytes.Length, (long)layout.Width * layout.Height);
            }

            var header = ImageFormats.ReadHeader(bytes);
            var (mode, compression) = header.Format switch
            {
                RadiographFormat.Jpeg => JpegStorage.Of(bytes),
                RadiographFormat.Png => OtherStorage.OfPng(new HeaderReader(bytes, bigEndian: true)),
                RadiographFormat.Tiff => OtherStorage.OfTiff(new TiffDirectory(bytes)),
                RadiographFormat.Bmp => OtherStorage.OfBmp(new HeaderReader(bytes, bigEndian: false)),
                _ => OtherStorage.OfWebP(bytes),
            };
            return new(mode, compression, bytes.Length, header.Width * header.Height);
        }
        catch (InvalidHeaderException)
        {
            return new(Unknown, Unknown, bytes.Length, 0);
        }
    }
}
