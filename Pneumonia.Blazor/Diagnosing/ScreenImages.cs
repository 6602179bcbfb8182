using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What a browser can show of a radiograph, whatever its format and depth.</summary>
internal static class ScreenImages
{
    private const int ViewSide = 2048;
    private const int ThumbnailSide = 240;
    private const int OverlaySide = 1024;
    private const int ViewQuality = 92;
    private const int ThumbnailQuality = 80;

    public static StoredImage View(Radiograph radiograph) => Jpeg(radiograph, ViewSide, ViewQuality);

    public static StoredImage Thumbnail(Radiograph radiograph) => Jpeg(radiograph, ThumbnailSide, ThumbnailQuality);

    public static StoredImage Overlay(SaliencyMap map, Radiograph radiograph)
    {
        var scale = Math.Min(1.0, (double)OverlaySide / Math.Max(radiograph.Width, radiograph.Height));
        var (width, height) = ((int)Math.Ceiling(radiograph.Width * scale), (int)Math.Ceiling(radiograph.Height * scale));
        return new StoredImage(SaliencyOverlay.Layer(map, width, height), "image/png");
    }

    private static StoredImage Jpeg(Radiograph radiograph, int side, int quality)
    {
        var grey = radiograph.ToGrey8(side);
        return new StoredImage(ImageEncoder.GreyJpeg(grey.Width, grey.Height, grey.Pixels.Span, quality), "image/jpeg");
    }
}
