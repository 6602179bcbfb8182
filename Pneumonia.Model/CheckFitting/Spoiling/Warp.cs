using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.CheckFitting.Spoiling;

/// <summary>Turns X-rays and cuts them.</summary>
internal static class Warp
{
    /// <summary>Turned counter-clockwise by quarter turns; no pixel is changed.</summary>
    /// <param name="image">Any image.</param>
    /// <param name="quarters">1 to 3.</param>
    /// <param name="mirrored">Whether left and right are exchanged first.</param>
    public static Radiograph Turn(Radiograph image, int quarters, bool mirrored = false)
    {
        var (width, height) = quarters % 2 == 0 ? (image.Width, image.Height) : (image.Height, image.Width);
        return Map(image, width, height, (x, y) =>
        {
            var (sourceX, sourceY) = quarters switch
            {
                1 => (image.Width - 1 - y, x),
                2 => (image.Width - 1 - x, image.Height - 1 - y),
                3 => (y, image.Height - 1 - x),
                _ => (x, y),
            };
            return image.Pixels.Span[sourceY * image.Width + (mirrored ? image.Width - 1 - sourceX : sourceX)];
        });
    }

    /// <summary>Turned about its middle, with black corners, as by a tilted patient or plate.</summary>
    /// <param name="image">Any image.</param>
    /// <param name="degrees">Counter-clockwise.</param>
    public static Radiograph Tilt(Radiograph image, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (middleX, middleY) = ((image.Width - 1) / 2.0, (image.Height - 1) / 2.0);
        return Map(image, image.Width, image.Height, (x, y) =>
        {
            var (dx, dy) = (x - middleX, y - middleY);
            return Bilinear(image, middleX + cos * dx - sin * dy, middleY + sin * dx + cos * dy);
        });
    }

    /// <summary>A part of an image.</summary>
    public static Radiograph Cut(Radiograph image, PixelBox box) =>
        Map(image, box.Width, box.Height, (x, y) => image.Pixels.Span[(box.Y + y) * image.Width + box.X + x]);

    private static Radiograph Map(Radiograph image, int width, int height, Func<int, int, ushort> level)
    {
        var pixels = new ushort[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                pixels[y * width + x] = level(x, y);
            }
        }

        return new Radiograph(image.Name, width, height, pixels, image.BitDepth, image.Format);
    }

    private static ushort Bilinear(Radiograph image, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= image.Width - 1 || top >= image.Height - 1)
        {
            return 0;
        }

        var (right, down, at) = (x - left, y - top, top * image.Width + left);
        var pixels = image.Pixels.Span;
        return (ushort)((1 - down) * ((1 - right) * pixels[at] + right * pixels[at + 1])
            + down * ((1 - right) * pixels[at + image.Width] + right * pixels[at + image.Width + 1]));
    }
}
