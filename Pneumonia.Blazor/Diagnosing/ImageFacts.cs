using Pneumonia.Model.Imaging;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What a file says of its image.</summary>
public sealed record ImageFacts(int Width, int Height, int BitDepth, RadiographFormat Format)
{
    public static ImageFacts Of(Radiograph radiograph) =>
        new(radiograph.Width, radiograph.Height, radiograph.BitDepth, radiograph.Format);

    /// <summary>Size and depth in words.</summary>
    public override string ToString() => $"{Width} × {Height} pixels, {BitDepth}-bit {FormatName}";

    private string FormatName => Format == RadiographFormat.WebP ? "WebP" : Format.ToString().ToUpperInvariant();
}
