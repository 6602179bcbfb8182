using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>Cover parts of an X-ray with one grey, the same for every image, to learn which parts a model needs.</summary>
public static class ShortcutMasks
{
    /// <summary>Name of the mask over the lungs.</summary>
    public const string Lungs = "lungs covered";

    private const int SmallSide = 224;
    private const double CornerShare = 0.18;
    private const double BorderShare = 0.08;

    /// <summary>The masks: lungs, corners, borders. The lungs have their own shape where they are found, else the box of <see cref="ThoraxBox"/>.</summary>
    /// <param name="grey">Grey level of the cover, 0 (black) to 1 (white).</param>
    /// <param name="find">Finds the lungs of an X-ray, or null; null: nobody does.</param>
    public static IReadOnlyList<ImageShift> All(double grey, Func<Radiograph, LungField?>? find = null)
    {
        var level = GreyLevels.Of(grey);
        return
        [
            new(Lungs, radiograph => Cover(radiograph, level, find?.Invoke(radiograph) is { IsPlausible: true } field
                ? (x, y) => field.Contains((x + 0.5) / radiograph.Width, (y + 0.5) / radiograph.Height)
                : Thorax(radiograph).Contains)),
            new("corners covered", radiograph => Cover(radiograph, level, (x, y) =>
                IsOuter(x, radiograph.Width, CornerShare) && IsOuter(y, radiograph.Height, CornerShare))),
            new("borders covered", radiograph => Cover(radiograph, level, (x, y) =>
                IsOuter(x, radiograph.Width, BorderShare) || IsOuter(y, radiograph.Height, BorderShare))),
        ];
    }

    private static bool IsOuter(int position, int side, double share) =>
        (position + 0.5) / side is var place && (place < share || place > 1 - share);

    private static Radiograph Cover(Radiograph radiograph, ushort level, Func<int, int, bool> isCovered) =>
        GreyLevels.Map(radiograph, (own, i) => isCovered(i % radiograph.Width, i / radiograph.Width) ? level : own);

    private static PixelBox Thorax(Radiograph radiograph)
    {
        var small = ImageResizer.Grey(radiograph, SmallSide, SmallSide, Interpolation.AntialiasedBilinear);
        return ThoraxBox.Estimate(small, SmallSide, SmallSide).Scale((SmallSide, SmallSide), (radiograph.Width, radiograph.Height));
    }
}
