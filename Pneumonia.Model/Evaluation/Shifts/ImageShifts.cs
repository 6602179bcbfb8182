using Pneumonia.Model.Imaging;

namespace Pneumonia.Model.Evaluation.Shifts;

/// <summary>The simulated shifts: exposure, contrast, sharpness, noise, field of view, compression.</summary>
public static class ImageShifts
{
    private const double Margin = 0.08;
    private const int NoiseSeed = 1;

    /// <summary>All of them, the unchanged image first.</summary>
    public static IReadOnlyList<ImageShift> All { get; } =
    [
        new("plain", radiograph => radiograph),
        new("overexposed", radiograph => Levels(radiograph, grey => Math.Pow(grey, 0.6))),
        new("underexposed", radiograph => Levels(radiograph, grey => Math.Pow(grey, 1.6))),
        new("low contrast", radiograph => Levels(radiograph, grey => (grey - 0.5) * 0.6 + 0.5)),
        new("high contrast", radiograph => Levels(radiograph, grey => (grey - 0.5) * 1.5 + 0.5)),
        new("blurred", Blurred),
        new("sharpened", radiograph => Combined(radiograph, Blurred(radiograph), (sharp, blurred) => sharp + (sharp - blurred))),
        new("noisy", Noisy),
        new("cropped", radiograph => FieldOfView.Crop(radiograph, Margin)),
        new("bordered", radiograph => FieldOfView.Border(radiograph, Margin)),
        new("compressed", Compressed),
    ];

    private static Radiograph Blurred(Radiograph radiograph)
    {
        var (width, height) = (Math.Max(1, radiograph.Width / 2), Math.Max(1, radiograph.Height / 2));
        var half = ImageResizer.Grey(radiograph, width, height, Interpolation.AntialiasedBilinear);
        return With(radiograph, ImageResizer.Bilinear(half, width, height, radiograph.Width, radiograph.Height));
    }

    private static Radiograph Noisy(Radiograph radiograph)
    {
        var random = new Random(NoiseSeed);
        return Levels(radiograph, grey => grey + 0.05 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    private static Radiograph Compressed(Radiograph radiograph)
    {
        var bytes = Array.ConvertAll(radiograph.Pixels.ToArray(), level => (byte)(level / 257));
        var jpeg = ImageEncoder.GreyJpeg(radiograph.Width, radiograph.Height, bytes, quality: 20);
        return new RadiographDecoder().Decode(jpeg, radiograph.Name);
    }

    private static Radiograph Levels(Radiograph radiograph, Func<double, double> change) =>
        With(radiograph, Array.ConvertAll(radiograph.Pixels.ToArray(), level => (float)change(level / 65535.0)));

    private static Radiograph Combined(Radiograph first, Radiograph second, Func<float, float, float> combine)
    {
        var (a, b) = (first.Pixels.Span, second.Pixels.Span);
        var grey = new float[a.Length];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = combine(a[i] / 65535f, b[i] / 65535f);
        }

        return With(first, grey);
    }

    private static Radiograph With(Radiograph radiograph, float[] grey) => new(
        radiograph.Name, radiograph.Width, radiograph.Height,
        Array.ConvertAll(grey, level => (ushort)Math.Round(Math.Clamp(level, 0, 1) * 65535)), radiograph.BitDepth, radiograph.Format);
}
