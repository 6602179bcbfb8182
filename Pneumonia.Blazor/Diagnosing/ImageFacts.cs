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

    public static ImageFacts Of(Radiograph radiograph) =>
        new(
            radiograph.Width + radiograph.Cropped.Left + radiograph.Cropped.Right,
            radiograph.Height + radiograph.Cropped.Top + radiograph.Cropped.Bottom,
            radiograph.BitDepth,
            radiograph.Format)
        {
            Cropped = radiograph.Cropped.OrNull(),
            Look = ImageLook.Of(radiograph),
        };
}
