using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.CheckFitting.Spoiling;

/// <summary>A way to spoil an X-ray.</summary>
/// <param name="Name">What is done to it.</param>
/// <param name="Reason">What the checks should find.</param>
/// <param name="Apply">Makes the spoilt X-ray.</param>
internal sealed record Spoilt(string Name, string Reason, Func<Radiograph, Random, Radiograph> Apply)
{
    private const int TiltFrom = 35;
    private const int TiltTo = 60;

    /// <summary>Black and white exchanged.</summary>
    public static Spoilt Inverted { get; } = new("inverted", CheckReasons.Inverted, (image, _) => Invert(image));

    /// <summary>All ways that X-rays are spoilt, to fit and to measure the checks.</summary>
    public static IReadOnlyList<Spoilt> All { get; } =
    [
        new("rotated by 90 degrees", CheckReasons.Rotated, (image, _) => Warp.Turn(image, 1)),
        new("rotated by 180 degrees", CheckReasons.Rotated, (image, _) => Warp.Turn(image, 2)),
        new("rotated by 270 degrees", CheckReasons.Rotated, (image, _) => Warp.Turn(image, 3)),
        new("rotated and mirrored", CheckReasons.Rotated, (image, random) => Warp.Turn(image, random.Next(1, 4), mirrored: true)),
        new("tilted by 35 to 60 degrees", CheckReasons.Rotated,
            (image, random) => Warp.Tilt(image, random.Next(TiltFrom, TiltTo + 1) * (random.Next(2) * 2 - 1))),
        new("cropped to a quarter to a half of the sides", CheckReasons.Cropped, (image, random) => Crop(image, random, 0.25, 0.5)),
        Inverted,
    ];

    /// <summary>Spoilt beyond seeing anything: measured, not fitted on.</summary>
    public static IReadOnlyList<Spoilt> Unseeable { get; } =
    [
        new("nearly black", CheckReasons.BadlyExposed, (image, _) => ToneCurve.Of(grey => grey * 0.12)(image)),
        new("nearly white", CheckReasons.BadlyExposed, (image, _) => ToneCurve.Of(grey => 0.9 + grey * 0.1)(image)),
        new("saturated", CheckReasons.BadlyExposed, (image, _) => ToneCurve.Of(grey => grey * 3)(image)),
        new("without contrast", CheckReasons.BadlyExposed, (image, _) => ToneCurve.Of(grey => 0.45 + grey * 0.1)(image)),
        new("64 pixels wide", CheckReasons.TooSmall, (image, _) => Shrink(image, 64)),
    ];

    /// <summary>The image at another size.</summary>
    public static Radiograph Shrink(Radiograph image, int side) => Resized(image, side, side);

    /// <summary>The image at another size, which need not have its aspect ratio.</summary>
    public static Radiograph Resized(Radiograph image, int width, int height) => new(
        image.Name, width, height,
        Array.ConvertAll(ImageResizer.Grey(image, width, height, Interpolation.AntialiasedBilinear), level => GreyLevels.Of(level)),
        image.BitDepth, image.Format);

    private static Radiograph Invert(Radiograph image) => GreyLevels.Map(image, (level, _) => (ushort)(GreyLevels.White - level));

    private static Radiograph Crop(Radiograph image, Random random, double least, double most)
    {
        int Side(int full) => Math.Max(1, (int)(full * (least + random.NextDouble() * (most - least))));
        var (width, height) = (Side(image.Width), Side(image.Height));
        return Warp.Cut(image, new PixelBox(random.Next(image.Width - width + 1), random.Next(image.Height - height + 1), width, height));
    }
}
