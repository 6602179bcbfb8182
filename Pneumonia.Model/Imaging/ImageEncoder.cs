using System.Runtime.InteropServices;
using Pneumonia.Model.Imaging.Native;

namespace Pneumonia.Model.Imaging;

/// <summary>Writes pixels as image files.</summary>
public static class ImageEncoder
{
    // cv::Mat types.
    private const int Grey8 = 0;
    private const int Grey16 = 2;
    private const int Bgra8 = 24;

    /// <summary>An 8-bit grey PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public static byte[] GreyPng(int width, int height, ReadOnlySpan<byte> pixels) => Png(width, height, 1, pixels, Grey8);

    /// <summary>A 16-bit grey PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public static byte[] Grey16Png(int width, int height, ReadOnlySpan<ushort> pixels) =>
        Png(width, height, sizeof(ushort), MemoryMarshal.AsBytes(pixels), Grey16);

    /// <summary>An 8-bit RGBA PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major; red, green, blue and alpha (not premultiplied) of each pixel.</param>
    /// <exception cref="ArgumentException">The number of bytes is not <c>4 * width * height</c>.</exception>
    public static byte[] RgbaPng(int width, int height, ReadOnlySpan<byte> pixels)
    {
        var bgra = pixels.ToArray();
        for (var i = 0; i + 3 < bgra.Length; i += 4)
        {
            (bgra[i], bgra[i + 2]) = (bgra[i + 2], bgra[i]);
        }

        return Png(width, height, 4, bgra, Bgra8);
    }

    /// <summary>An 8-bit grey JPEG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public static byte[] GreyJpeg(int width, int height, ReadOnlySpan<byte> pixels, int quality)
    {
        CheckLength(width, height, 1, pixels.Length);
        NativeMethods.Verify(NativeMethods.pni_encode_jpeg(width, height, pixels, quality, out var buffer, out var size));
        return Copy(buffer, size);
    }

    private static byte[] Png(int width, int height, int bytesPerPixel, ReadOnlySpan<byte> pixels, int type)
    {
        CheckLength(width, height, bytesPerPixel, pixels.Length);
        NativeMethods.Verify(NativeMethods.pni_encode_png(width, height, type, pixels, out var buffer, out var size));
        return Copy(buffer, size);
    }

    private static byte[] Copy(NativeBuffer buffer, long size)
    {
        using (buffer)
        {
            var bytes = new byte[size];
            NativeMethods.Verify(NativeMethods.pni_buffer_copy(buffer, bytes));
            return bytes;
        }
    }

    private static void CheckLength(int width, int height, int bytesPerPixel, int length)
    {
        if (width < 1 || height < 1 || (long)width * height * bytesPerPixel != length)
        {
            throw new ArgumentException($"{length} bytes do not make {width}x{height} pixels of {bytesPerPixel} bytes.");
        }
    }
}
