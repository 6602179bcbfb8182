using Pneumonia.Core.Imaging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What a file says of its image.</summary>
public sealed record ImageFacts(int Width, int Height, int BitDepth, RadiographFormat Format)
{
    /// <summary>How it looks, to notice when what comes in changes; null where it was not measured.</summary>
    public ImageLook? Look { get; init; }

    public static ImageFacts Of(Radiograph radiograph) =>
        new(radiograph.Width, radiograph.Height, radiograph.BitDepth, radiograph.Format) { Look = ImageLook.Of(radiograph) };
}
