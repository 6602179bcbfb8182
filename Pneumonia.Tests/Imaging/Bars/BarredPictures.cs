using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Tests.Imaging.Bars;

/// <summary>Phantoms with bars of one grey around them.</summary>
internal static class BarredPictures
{
    private const int StampHeight = 12;

    /// <summary>The middle of a phantom, 8 bits, without its collimation.</summary>
    public static (byte[] Pixels, int Side) Phantom(int seed = 3, int side = 256)
    {
        var random = new Random(seed);
        var (whole, margin) = (side + side / 4, side / 8);
        var drawn = new PhantomGenerator(whole).Draw(new Random(seed), pneumonia: seed % 2 == 0).Pixels.ToArray();
        return (
            [
                .. Enumerable.Range(0, side * side).Select(i => drawn[(((i / side) + margin) * whole) + (i % side) + margin])
                    .Select(level => (byte)Math.Clamp(30 + level * 0.75 + random.Next(-6, 7), 0, 255)),
            ],
            side);
    }

    /// <summary>A picture with bars.</summary>
    /// <param name="pixels">The picture, square.</param>
    /// <param name="side">Its columns and rows.</param>
    /// <param name="bars">How wide the bars are.</param>
    /// <param name="level">Their grey.</param>
    /// <param name="withStamp">Whether each bar carries something like a line of text.</param>
    public static (byte[] Pixels, int Width, int Height) Barred(byte[] pixels, int side, Margins bars, byte level, bool withStamp = false)
    {
        var (width, height) = (side + bars.Left + bars.Right, side + bars.Top + bars.Bottom);
        var barred = new byte[width * height];
        Array.Fill(barred, level);
        if (withStamp)
        {
            var ink = (byte)(level > 127 ? 0 : 255);
            Stamp(barred, width, 4, 4, Math.Max(bars.Left, bars.Top > 0 ? width / 2 : 0) - 8, ink);
            Stamp(barred, width, bars.Left + 6, height - StampHeight - 6, bars.Bottom > 0 ? width / 3 : 0, ink);
            Stamp(barred, width, width - bars.Right + 4, height / 2, bars.Right - 8, ink);
        }

        for (var y = 0; y < side; y++)
        {
            pixels.AsSpan(y * side, side).CopyTo(barred.AsSpan(((y + bars.Top) * width) + bars.Left));
        }

        return (barred, width, height);
    }

    /// <summary>Decodes it as a PNG, or as a JPEG of a quality.</summary>
    public static Radiograph Decode((byte[] Pixels, int Width, int Height) picture, int? jpegQuality = null) => new RadiographDecoder().Decode(
        jpegQuality is { } quality
            ? ImageEncoder.GreyJpeg(picture.Width, picture.Height, picture.Pixels, quality)
            : ImageEncoder.GreyPng(picture.Width, picture.Height, picture.Pixels),
        "barred");

    // Strokes two pixels wide with gaps of three, as letters have.
    private static void Stamp(byte[] pixels, int width, int left, int top, int length, byte ink)
    {
        for (var y = top; y < top + StampHeight && length > 0; y++)
        {
            for (var x = left; x < left + length; x++)
            {
                pixels[(y * width) + x] = (x - left) % 5 < 2 || (y - top) % 6 == 0 && (x - left) % 15 < 12 ? ink : pixels[(y * width) + x];
            }
        }
    }
}
