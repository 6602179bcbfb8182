using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Core.Saliency;

/// <summary>Draws a saliency map as lines of equal value, which hide nothing of the X-ray.</summary>
public static class SaliencyContours
{
    private static readonly float[] s_levels = [0.25f, 0.5f, 0.75f];

    /// <summary>Lines at a quarter, a half and three quarters, to be laid over the X-ray.</summary>
    /// <param name="map">Values from 0 to 1.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <returns>An RGBA PNG: transparent but for the lines, which have the colours of <see cref="ColorMap"/>, lightened so that the
    /// lowest is seen on black.</returns>
    public static byte[] Layer(SaliencyMap map, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(map);
        var values = ImageResizer.Bilinear(map.Values.Span, map.Width, map.Height, width, height);
        var pixels = new byte[4 * values.Length];
        var reach = Math.Max(1, Math.Max(width, height) / 256);
        foreach (var level in s_levels)
        {
            var (red, green, blue) = ColorMap.Color(0.4f + 0.6f * level);
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    if (IsEdge(values, width, height, x, y, reach, level))
                    {
                        ((ReadOnlySpan<byte>)[red, green, blue, 255]).CopyTo(pixels.AsSpan(4 * (y * width + x)));
                    }
                }
            }
        }

        return ImageEncoder.RgbaPng(width, height, pixels);
    }

    private static bool IsEdge(float[] values, int width, int height, int x, int y, int reach, float level)
    {
        var above = values[y * width + x] >= level;
        var (right, below) = (Math.Min(width - 1, x + reach), Math.Min(height - 1, y + reach));
        return values[y * width + right] >= level != above || values[below * width + x] >= level != above;
    }
}
