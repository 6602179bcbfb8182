using Pneumonia.Core.Imaging;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.CheckFitting.Spoiling;

/// <summary>Changes that must not be refused: what another machine or another positioning does.</summary>
internal static class Acceptable
{
    private const int MostTilt = 10;
    private const double MostCut = 0.15;

    /// <summary>One of the simulated shifts of machine, or a mirrored, tilted, cut or blurred image.</summary>
    /// <param name="image">An X-ray.</param>
    /// <param name="shifts">The simulated shifts.</param>
    /// <param name="random">Draws.</param>
    public static Radiograph Change(Radiograph image, IReadOnlyList<ImageShift> shifts, Random random)
    {
        var choice = random.Next(shifts.Count + 4);
        return choice < shifts.Count ? shifts[choice].Apply(image) : (choice - shifts.Count) switch
        {
            0 => Warp.Turn(image, 0, mirrored: true),
            1 => Warp.Tilt(image, random.Next(-MostTilt, MostTilt + 1)),
            2 => Cut(image, random),
            _ => Blur(image, random),
        };
    }

    private static Radiograph Cut(Radiograph image, Random random)
    {
        int Side(int full) => Math.Max(1, (int)(full * (1 - random.NextDouble() * MostCut)));
        var (width, height) = (Side(image.Width), Side(image.Height));
        return Warp.Cut(image, new PixelBox(random.Next(image.Width - width + 1), random.Next(image.Height - height + 1), width, height));
    }

    // As enlarging a part of a small image does, so that it is not the blur that tells a cropped image.
    private static Radiograph Blur(Radiograph image, Random random)
    {
        var share = 0.3 + random.NextDouble() * 0.4;
        var small = Spoilt.Resized(image, Math.Max(1, (int)(image.Width * share)), Math.Max(1, (int)(image.Height * share)));
        return Spoilt.Resized(small, image.Width, image.Height);
    }
}
