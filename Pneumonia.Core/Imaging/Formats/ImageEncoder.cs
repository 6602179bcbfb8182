using System.Runtime.InteropServices;
using NetVips;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Writes pixels as image files.</summary>
public static class ImageEncoder
{
    // The next level is slower for a fiftieth of the size; the first makes files half as large again.
    private const int PngCompression = 2;

    /// <summary>An 8-bit grey PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public static byte[] GreyPng(int width, int height, ReadOnlySpan<byte> pixels) =>
        Png(width, height, 1, pixels, Enums.BandFormat.Uchar, Enums.Interpretation.Bw);

    /// <summary>A 16-bit grey PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public static byte[] Grey16Png(int width, int height, ReadOnlySpan<ushort> pixels) =>
        Png(width, height, 1, MemoryMarshal.AsBytes(pixels), Enums.BandFormat.Ushort, Enums.Interpretation.Grey16);

    /// <summary>An 8-bit RGBA PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major; red, green, blue and alpha (not premultiplied) of each pixel.</param>
    /// <exception cref="ArgumentException">The number of bytes is not <c>4 * width * height</c>.</exception>
    public static byte[] RgbaPng(int width, int height, ReadOnlySpan<byte> pixels) =>
        Png(width, height, 4, pixels, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb);

    /// <summary>An 8-bit grey JPEG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public static byte[] GreyJpeg(int width, int height, ReadOnlySpan<byte> pixels, int quality)
    {
        using var image = Wrap(width, height, 1, pixels, Enums.BandFormat.Uchar, Enums.Interpretation.Bw);
        return image.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    private static byte[] Png(
        int width, int height, int bands, ReadOnlySpan<byte> pixels, Enums.BandFormat format, Enums.Interpretation interpretation)
    {
        using var image = Wrap(width, height, bands, pixels, format, interpretation);
        return image.PngsaveBuffer(
            compression: PngCompression, filter: Enums.ForeignPngFilter.Sub, keep: Enums.ForeignKeep.None);
    }

    private static Image Wrap(
        int width, int height, int bands, ReadOnlySpan<byte> pixels, Enums.BandFormat format, Enums.Interpretation interpretation)
    {
        var bytesPerPixel = bands * (format == Enums.BandFormat.Ushort ? sizeof(ushort) : 1);
        if (width < 1 || height < 1 || (long)width * height * bytesPerPixel != pixels.Length)
        {
            throw new ArgumentException($"{pixels.Length} bytes do not make {width}x{height} pixels of {bytesPerPixel} bytes.");
        }

        VipsLibrary.Ready();
        using var image = Image.NewFromMemory(pixels.ToArray(), width, height, bands, format);
        return image.Copy(interpretation: interpretation);
    }
}
