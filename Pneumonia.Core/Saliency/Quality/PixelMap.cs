using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Saliency.Quality;

/// <summary>A saliency map with a value for every pixel of the image that it explains, as the measures need it.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row-major.</param>
internal sealed record PixelMap(int Width, int Height, float[] Values)
{
    /// <summary>A map at the size of an image.</summary>
    public static PixelMap Of(SaliencyMap map, int width, int height) =>
        new(width, height, ImageResizer.Bilinear(map.Values.Span, map.Width, map.Height, width, height));

    /// <summary>The map moved: what leaves at one side comes in at the other.</summary>
    public PixelMap Roll(int right, int down)
    {
        var values = new float[Values.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                values[(y + down + Height) % Height * Width + (x + right + Width) % Width] = Values[y * Width + x];
            }
        }

        return this with { Values = values };
    }

    /// <summary>The map as a mirror shows it.</summary>
    public PixelMap Mirror()
    {
        var values = (float[])Values.Clone();
        for (var y = 0; y < Height; y++)
        {
            values.AsSpan(y * Width, Width).Reverse();
        }

        return this with { Values = values };
    }

    /// <summary>Share of the map's sum that lies in any of the boxes, 0 to 1; 0 for an empty map.</summary>
    public double ShareIn(IReadOnlyList<PixelBox> boxes)
    {
        double inside = 0, all = 0;
        for (var i = 0; i < Values.Length; i++)
        {
            all += Values[i];
            inside += IsIn(boxes, i) ? Values[i] : 0;
        }

        return all > 0 ? inside / all : 0;
    }

    /// <summary>Share of the map's sum where each pixel counts by a weight, 0 to 1; 0 for an empty map.</summary>
    /// <param name="weights">From 0 to 1, one for each pixel.</param>
    public double ShareOf(ReadOnlySpan<float> weights)
    {
        double inside = 0, all = 0;
        for (var i = 0; i < Values.Length; i++)
        {
            all += Values[i];
            inside += Values[i] * weights[i];
        }

        return all > 0 ? inside / all : 0;
    }

    /// <summary>Whether the strongest pixel lies in any of the boxes (the pointing game, Zhang et al. 2018, section 4.2); false for an
    /// empty map.</summary>
    public bool PointsInto(IReadOnlyList<PixelBox> boxes)
    {
        var strongest = Array.IndexOf(Values, Values.Max());
        return Values[strongest] > 0 && IsIn(boxes, strongest);
    }

    private bool IsIn(IReadOnlyList<PixelBox> boxes, int index) => boxes.Any(box => box.Contains(index % Width, index / Width));
}
