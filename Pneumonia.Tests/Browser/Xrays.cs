using Microsoft.Playwright;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Browser;

/// <summary>Image files to upload.</summary>
internal static class Xrays
{
    /// <summary>A synthetic chest: two dark lungs on a grey ground, one of them with a bright patch or not.</summary>
    public static FilePayload Chest(string name, bool patch, int side = 512, int strength = 90)
    {
        var pixels = new byte[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = ((i % side / (double)side) - 0.5, (i / side / (double)side) - 0.5);
            var body = 170 * Math.Exp(-Math.Pow(Math.Abs(x) / 0.46, 8));
            var lungs = 120 * Blob(Math.Abs(x) - 0.22, y, 0.15, 0.32);
            pixels[i] = (byte)(body - lungs + (patch ? strength * Blob(x - 0.2, y - 0.15, 0.12, 0.12) : 0));
        }

        return new FilePayload { Name = name, MimeType = "image/png", Buffer = ImageEncoder.GreyPng(side, side, pixels) };
    }

    /// <summary>16 bits: the left half has the level 30,000, the right one 30,064.</summary>
    public static FilePayload Steps(string name, int side = 256)
    {
        var pixels = new ushort[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (ushort)(i % side < side / 2 ? 30_000 : 30_064);
        }

        return new FilePayload { Name = name, MimeType = "image/png", Buffer = ImageEncoder.Grey16Png(side, side, pixels) };
    }

    /// <summary>16 bits: a slope of levels, each place another, see <see cref="SlopeAt"/>.</summary>
    public static FilePayload Slope(string name, int width = 400, int height = 300)
    {
        var pixels = new ushort[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = SlopeAt(i % width, i / width);
        }

        return new FilePayload { Name = name, MimeType = "image/png", Buffer = ImageEncoder.Grey16Png(width, height, pixels) };
    }

    /// <summary>The level of a pixel of <see cref="Slope"/>.</summary>
    public static ushort SlopeAt(int x, int y) => (ushort)(3_001 + (101 * x) + (61 * y));

    /// <summary>16 bits of noise, which no packing makes smaller: a file of twice as many bytes as it has pixels.</summary>
    public static FilePayload Noise(string name, int side)
    {
        var random = new Random(1);
        var pixels = new ushort[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (ushort)random.Next(ushort.MaxValue);
        }

        return new FilePayload { Name = name, MimeType = "image/png", Buffer = ImageEncoder.Grey16Png(side, side, pixels) };
    }

    public static FilePayload Text(string name) => new() { Name = name, MimeType = "image/png", Buffer = "not an image"u8.ToArray() };

    private static double Blob(double x, double y, double width, double height) =>
        Math.Exp(-Math.Pow((x * x / (width * width)) + (y * y / (height * height)), 2));
}
