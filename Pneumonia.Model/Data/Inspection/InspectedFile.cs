using System.Security.Cryptography;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data.Pictures;

namespace Pneumonia.Model.Data.Inspection;

/// <summary>What one reading of a file told.</summary>
/// <param name="Image">The file.</param>
/// <param name="Sha256">Hash of its content, lower-case hexadecimal; null where its bytes could not be read.</param>
/// <param name="Reason">Why it is no X-ray; null where it is one.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="BitDepth">Bits per pixel.</param>
/// <param name="Format">Format.</param>
/// <param name="Chroma">How far from grey.</param>
/// <param name="Entropy">How many grey levels, in bits.</param>
/// <param name="IsEndMissing">Whether it lacks the mark of its end.</param>
/// <param name="Picture">What equal pictures are known by; null where it is no X-ray.</param>
internal sealed record InspectedFile(
    XRay Image,
    string? Sha256,
    string? Reason,
    int Width = 0,
    int Height = 0,
    int BitDepth = 0,
    RadiographFormat Format = default,
    double Chroma = 0,
    double Entropy = 0,
    bool IsEndMissing = false,
    SmallPicture? Picture = null)
{
    /// <summary>Reads a file's bytes and decodes its pixels; trouble is told, not thrown.</summary>
    public static InspectedFile Read(XRay image, RadiographDecoder decoder)
    {
        string? hash = null;
        try
        {
            using (var file = File.OpenRead(image.Path))
            {
                hash = Convert.ToHexStringLower(SHA256.HashData(file));
            }

            var radiograph = decoder.DecodeFile(image.Path);
            return new(
                image, hash, null, radiograph.Width, radiograph.Height, radiograph.BitDepth, radiograph.Format, radiograph.Chroma,
                GreyEntropy.Of(radiograph.Pixels.Span), radiograph.IsEndMissing,
                SmallPicture.Of(radiograph.Pixels.Span, radiograph.Width, radiograph.Height, ushort.MaxValue));
        }
        catch (InvalidRadiographException exception)
        {
            return new(image, hash, exception.Reason);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(image, hash, exception.Message);
        }
    }
}
