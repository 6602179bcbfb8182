using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Core.Saliency;

/// <summary>Draws a saliency map for the eye: the more salient a place, the brighter and the less transparent its colour.</summary>
public static class SaliencyOverlay
{
    private const int MaxBlendSide = 1024;

    /// <summary>The map alone, to be laid over the X-ray.</summary>
    /// <param name="map">Values from 0 to 1.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <returns>An RGBA PNG: transparent where the value is 0, opaque where it is 1, in colours of <see cref="ColorMap"/>.</returns>
    public static byte[] Layer(SaliencyMap map, int width, int height)
    {
        var values = Upscale(map, width, height);
        var pixels = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (red, green, blue) = ColorMap.Color(values[i]);
            Write(pixels, i, red, green, blue, values[i] * 255);
        }

        return ImageEncoder.RgbaPng(width, height, pixels);
    }

    /// <summary>X-ray and map in one opaque picture.</summary>
    /// <param name="radiograph">The X-ray that the map explains.</param>
    /// <param name="map">Values from 0 to 1.</param>
    /// <param name="opacity">How much of the X-ray the most salient place hides, 0 (nothing) to 1 (all).</param>
    /// <returns>A PNG of the X-ray's aspect ratio, its longer side at most 1024 pixels.</returns>
    public static byte[] Blend(Radiograph radiograph, SaliencyMap map, double opacity)
    {
        ArgumentNullException.ThrowIfNull(radiograph);
        ArgumentOutOfRangeException.ThrowIfNegative(opacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(opacity, 1);
        var image = radiograph.ToGrey8(MaxBlendSide);
        var grey = image.Pixels.Span;
        var values = Upscale(map, image.Width, image.Height);
        var pixels = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (red, green, blue) = ColorMap.Color(values[i]);
            var alpha = (float)opacity * values[i];
            Write(pixels, i, Mix(grey[i], red, alpha), Mix(grey[i], green, alpha), Mix(grey[i], blue, alpha), 255);
        }

        return ImageEncoder.RgbaPng(image.Width, image.Height, pixels);
    }

    private static float[] Upscale(SaliencyMap map, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(map);
        var values = ImageResizer.Bilinear(map.Values.Span, map.Width, map.Height, width, height);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = float.IsNaN(values[i]) ? 0 : Math.Clamp(values[i], 0, 1);
        }

        return values;
    }

    private static float Mix(float under, float over, float alpha) => under + (alpha * (over - under));

    private static void Write(byte[] pixels, int index, float red, float green, float blue, float alpha)
    {
        pixels[4 * index] = (byte)MathF.Round(red);
        pixels[(4 * index) + 1] = (byte)MathF.Round(green);
        pixels[(4 * index) + 2] = (byte)MathF.Round(blue);
        pixels[(4 * index) + 3] = (byte)MathF.Round(alpha);
    }
}
