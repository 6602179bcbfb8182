using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>Takes margins off an X-ray or puts them on.</summary>
internal static class FieldOfView
{
    /// <summary>Cuts a share of the width and height off every side.</summary>
    public static Radiograph Crop(Radiograph radiograph, double share)
    {
        var (left, top) = (Margin(radiograph.Width, share), Margin(radiograph.Height, share));
        return Window(radiograph, left, top, radiograph.Width - 2 * left, radiograph.Height - 2 * top);
    }

    /// <summary>Puts a black border on every side, as collimation does.</summary>
    public static Radiograph Border(Radiograph radiograph, double share)
    {
        var (left, top) = (Margin(radiograph.Width, share), Margin(radiograph.Height, share));
        return Window(radiograph, -left, -top, radiograph.Width + 2 * left, radiograph.Height + 2 * top);
    }

    private static int Margin(int side, double share) => (int)Math.Round(side * share);

    private static Radiograph Window(Radiograph radiograph, int left, int top, int width, int height)
    {
        var source = radiograph.Pixels.Span;
        var pixels = new ushort[width * height];
        for (var y = Math.Max(0, -top); y < Math.Min(height, radiograph.Height - top); y++)
        {
            var x = Math.Max(0, -left);
            var count = Math.Min(width, radiograph.Width - left) - x;
            source.Slice((y + top) * radiograph.Width + left + x, count).CopyTo(pixels.AsSpan(y * width + x));
        }

        return new Radiograph(radiograph.Name, width, height, pixels, radiograph.BitDepth, radiograph.Format);
    }
}
