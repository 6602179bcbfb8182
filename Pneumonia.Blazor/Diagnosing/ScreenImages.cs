using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What a browser can show of a radiograph, whatever its format and depth.</summary>
internal static class ScreenImages
{
    private const int ViewSide = 2048;
    // What every browser's graphics can hold; larger than the detectors of chest X-rays, so that each pixel is the file's.
    private const int LevelsSide = 4096;
    private const int ThumbnailSide = 240;
    private const int IconSide = 96;
    private const int OverlaySide = 1024;
    private const int ViewQuality = 92;
    private const int ThumbnailQuality = 80;

    public static StoredImage View(Radiograph radiograph) => Jpeg(radiograph, ViewSide, ViewQuality);

    public static StoredImage Thumbnail(Radiograph radiograph) => Jpeg(radiograph, ThumbnailSide, ThumbnailQuality);

    /// <summary>As small as it is in the row of a list.</summary>
    public static StoredImage Icon(Radiograph radiograph) => Jpeg(radiograph, IconSide, ThumbnailQuality);

    /// <summary>The grey levels at full depth, at the file's own size where a browser can hold it: columns and rows as 32-bit numbers, then the levels,
    /// row by row, as 16-bit numbers; all of them with the low byte first, and compressed with gzip.</summary>
    public static StoredImage Levels(Radiograph radiograph)
    {
        var scale = Math.Min(1.0, (double)LevelsSide / Math.Max(radiograph.Width, radiograph.Height));
        var (width, height) = ((int)Math.Round(radiograph.Width * scale), (int)Math.Round(radiograph.Height * scale));
        var levels = scale == 1
            ? radiograph.Pixels.Span
            : Array.ConvertAll(
                ImageResizer.Grey(radiograph, width, height, Interpolation.AntialiasedBilinear),
                level => (ushort)Math.Clamp(MathF.Round(level * ushort.MaxValue), 0, ushort.MaxValue));
        var header = new byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(header, width);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(sizeof(int)), height);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(header);
            gzip.Write(MemoryMarshal.AsBytes(levels));
        }

        return new StoredImage(packed.ToArray(), "application/octet-stream");
    }

    public static StoredImage Overlay(SaliencyMap map, int width, int height) => Png(SaliencyOverlay.Layer, map, width, height);

    public static StoredImage Contours(SaliencyMap map, int width, int height) => Png(SaliencyContours.Layer, map, width, height);

    private static StoredImage Png(Func<SaliencyMap, int, int, byte[]> draw, SaliencyMap map, int width, int height)
    {
        var scale = Math.Min(1.0, (double)OverlaySide / Math.Max(width, height));
        return new StoredImage(draw(map, (int)Math.Ceiling(width * scale), (int)Math.Ceiling(height * scale)), "image/png");
    }

    private static StoredImage Jpeg(Radiograph radiograph, int side, int quality)
    {
        var grey = radiograph.ToGrey8(side);
        return new StoredImage(ImageEncoder.GreyJpeg(grey.Width, grey.Height, grey.Pixels.Span, quality), "image/jpeg");
    }
}
