using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Storage;

namespace Pneumonia.Model.Data.Probing;

/// <summary>What is known of an image file without a look at its picture.</summary>
/// <param name="Format">Format.</param>
/// <param name="Width">Columns, bars included.</param>
/// <param name="Height">Rows, bars included.</param>
/// <param name="Bits">Bits per sample.</param>
/// <param name="BitsInUse">Bits in use.</param>
/// <param name="Mode">Grey, colour, palette; with alpha.</param>
/// <param name="Compression">How pixels are packed: process, quality or fingerprint of the tables.</param>
/// <param name="BytesPerPixel">Bytes for each pixel.</param>
/// <param name="HasBars">Whether bars were cut off.</param>
public sealed record FileFacts(
    RadiographFormat Format, int Width, int Height, int Bits, int BitsInUse, string Mode, string Compression, double BytesPerPixel, bool HasBars)
{
    /// <summary>Facts of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="radiograph">What it was decoded to.</param>
    public static FileFacts Of(ReadOnlySpan<byte> bytes, Radiograph radiograph)
    {
        var (storage, cut) = (ImageStorage.Of(bytes), radiograph.Cropped);
        return new(
            radiograph.Format, radiograph.Width + cut.Left + cut.Right, radiograph.Height + cut.Top + cut.Bottom, radiograph.BitDepth,
            radiograph.BitsInUse, storage.Mode, storage.Compression, storage.BytesPerPixel, !cut.AreNone);
    }
}
