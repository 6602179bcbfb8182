using System.Runtime.InteropServices;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>Changes fine detail. Fine is what a small copy still shows, not what a pixel of the original is: otherwise the network's
/// own reduction would undo every change to a large X-ray.</summary>
internal static class Detail
{
    /// <summary>Columns and rows of a small copy.</summary>
    private const int SmallSide = 224;

    private const float NoiseDeviation = 0.05f;
    private const int JpegQuality = 20;

    /// <summary>Takes away what half of a small copy's columns and rows cannot show.</summary>
    public static Radiograph Blur(Radiograph radiograph)
    {
        var blurred = Blurred(radiograph);
        return GreyLevels.Map(radiograph, (_, i) => GreyLevels.Of(blurred[i]));
    }

    /// <summary>Doubles what <see cref="Blur"/> takes away.</summary>
    public static Radiograph Sharpen(Radiograph radiograph)
    {
        var blurred = Blurred(radiograph);
        return GreyLevels.Map(radiograph, (level, i) => GreyLevels.Of(2 * Grey(level) - blurred[i]));
    }

    /// <summary>Adds noise with the grain of a small copy, of its own for every X-ray.</summary>
    public static Radiograph AddNoise(Radiograph radiograph, int seed)
    {
        var (width, height) = (Small(radiograph.Width), Small(radiograph.Height));
        var random = new GaussianNoise(seed ^ (int)Crc32.Compute(MemoryMarshal.AsBytes(radiograph.Pixels.Span)));
        var noise = new float[width * height];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = random.Next() * NoiseDeviation;
        }

        return GreyLevels.Map(radiograph, (level, i) =>
        {
            var (y, x) = Math.DivRem(i, radiograph.Width);
            return GreyLevels.Of(Grey(level) + noise[(int)((long)y * height / radiograph.Height) * width + (int)((long)x * width / radiograph.Width)]);
        });
    }

    /// <summary>Saves as a small JPEG of low quality and reads that.</summary>
    public static Radiograph Compress(Radiograph radiograph)
    {
        var (width, height) = (Small(radiograph.Width), Small(radiograph.Height));
        var grey = ImageResizer.Grey(radiograph, width, height, Interpolation.AntialiasedBilinear);
        var jpeg = ImageEncoder.GreyJpeg(width, height, Array.ConvertAll(grey, level => (byte)MathF.Round(Math.Clamp(level, 0, 1) * 255)), JpegQuality);
        return new RadiographDecoder(asStored: true).Decode(jpeg, radiograph.Name);
    }

    private static int Small(int side) => Math.Min(side, SmallSide);

    private static float Grey(ushort level) => level / (float)GreyLevels.White;

    private static float[] Blurred(Radiograph radiograph)
    {
        var (width, height) = (Math.Max(1, Small(radiograph.Width) / 2), Math.Max(1, Small(radiograph.Height) / 2));
        var half = ImageResizer.Grey(radiograph, width, height, Interpolation.AntialiasedBilinear);
        return ImageResizer.Bilinear(half, width, height, radiograph.Width, radiograph.Height);
    }
}
