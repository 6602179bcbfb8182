using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>What is known of the look of a study that came in.</summary>
/// <param name="Received">When, UTC.</param>
/// <param name="Model">Name and short version of the model that answered.</param>
/// <param name="Score">Its score.</param>
/// <param name="Width">Columns of the image.</param>
/// <param name="Height">Rows of the image.</param>
/// <param name="Brightness">Mean grey level; null where it was not measured, as with the next two.</param>
/// <param name="Contrast">Standard deviation of the grey levels.</param>
/// <param name="Sharpness">Standard deviation of the Laplacian.</param>
public sealed record ArrivedStudy(
    DateTimeOffset Received, string Model, double Score, int Width, int Height, double? Brightness, double? Contrast, double? Sharpness)
{
    /// <summary>The names of all features that a study can have.</summary>
    public static IReadOnlyList<string> Features { get; } =
    [
        ReferenceDistribution.Score, ReferenceDistribution.Brightness, ReferenceDistribution.Contrast, ReferenceDistribution.Sharpness,
        ReferenceDistribution.AspectRatio, ReferenceDistribution.Megapixels,
    ];

    /// <summary>A feature's value; null where it is not known.</summary>
    /// <param name="feature">Its name.</param>
    /// <param name="model">The model whose scores count; another's are not comparable.</param>
    public double? ValueOf(string feature, string model) => feature switch
    {
        ReferenceDistribution.Score => Model == model ? Score : null,
        ReferenceDistribution.Brightness => Brightness,
        ReferenceDistribution.Contrast => Contrast,
        ReferenceDistribution.Sharpness => Sharpness,
        ReferenceDistribution.AspectRatio => Width / (double)Height,
        ReferenceDistribution.Megapixels => Width * (double)Height / 1e6,
        _ => null,
    };
}
