using Pneumonia.Core.Imaging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What a file says of its image: its own size, whatever was cut off it.</summary>
public sealed record ImageFacts(int Width, int Height, int BitDepth, RadiographFormat Format)
{
    /// <summary>What was cut off before the model looked; null: nothing.</summary>
    public Margins? Cropped { get; init; }

    /// <summary>How it looks, to notice when what comes in changes; null where it was not measured.</summary>
    public ImageLook? Look { get; init; }

    /// <summary>Bits of the file's own grey levels, as they are told to a reader.</summary>
    public int LevelBits { get => field == 0 ? BitDepth : field; init; }

    /// <summary>How far apart the pixels are; null where the file does not tell.</summary>
    public PixelSpacing? Spacing { get; init; }

    public static ImageFacts Of(Radiograph radiograph) =>
        new(
            radiograph.Width + radiograph.Cropped.Left + radiograph.Cropped.Right,
            radiograph.Height + radiograph.Cropped.Top + radiograph.Cropped.Bottom,
            radiograph.BitDepth,
            radiograph.Format)
        {
            Cropped = radiograph.Cropped.OrNull(),
            LevelBits = radiograph.LevelBits,
            Spacing = radiograph.Spacing,
            Look = ImageLook.Of(radiograph),
        };
}
