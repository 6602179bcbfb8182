using NetVips;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Decodes JPEG 2000 images (ITU-T T.800) of up to 16 bits, by libvips.</summary>
internal static class Jpeg2000Samples
{
    /// <summary>Decodes one; of colour, the first component.</summary>
    /// <exception cref="InvalidHeaderException">It is damaged, or of a kind that is not read.</exception>
    public static StoredPixels Decode(byte[] bytes)
    {
        VipsLibrary.Ready();
        try
        {
            using var image = Image.Jp2kloadBuffer(bytes);
            using var first = image.ExtractBand(0);
            int[] values = first.Format switch
            {
                Enums.BandFormat.Uchar => Array.ConvertAll(first.WriteToMemory<byte>(), value => (int)value),
                Enums.BandFormat.Ushort => Array.ConvertAll(first.WriteToMemory<ushort>(), value => (int)value),
                Enums.BandFormat.Short => Array.ConvertAll(first.WriteToMemory<short>(), value => (int)value),
                _ => throw new InvalidHeaderException($"pixels of the type {first.Format} are not read"),
            };
            return new StoredPixels(image.Width, image.Height, values);
        }
        catch (VipsException)
        {
            throw new InvalidHeaderException("the JPEG 2000 image in the DICOM file is damaged, or of a kind that is not read");
        }
    }
}
