namespace Pneumonia.Model.Imaging;

/// <summary>Writes pixels as image files.</summary>
public static class ImageEncoder
{
    /// <summary>An 8-bit grey PNG.</summary>
    public static byte[] GreyPng(int width, int height, ReadOnlySpan<byte> pixels) => throw new NotSupportedException();

    /// <summary>A 16-bit grey PNG.</summary>
    public static byte[] Grey16Png(int width, int height, ReadOnlySpan<ushort> pixels) => throw new NotSupportedException();

    /// <summary>An 8-bit RGBA PNG, four bytes a pixel.</summary>
    public static byte[] RgbaPng(int width, int height, ReadOnlySpan<byte> pixels) => throw new NotSupportedException();

    /// <summary>An 8-bit grey JPEG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <param name="quality">1 to 100.</param>
    public static byte[] GreyJpeg(int width, int height, ReadOnlySpan<byte> pixels, int quality) => throw new NotSupportedException();
}
