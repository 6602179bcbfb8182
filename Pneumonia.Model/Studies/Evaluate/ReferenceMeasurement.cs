using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Measures the images that a model is evaluated on.</summary>
internal static class ReferenceMeasurement
{
    /// <summary>Most images that are decoded for it: percentiles of more would be no different.</summary>
    private const int MostImages = 1000;

    /// <summary>Score and image features. Images that cannot be read count for the score alone.</summary>
    /// <param name="images">The files.</param>
    /// <param name="scored">What the model says of them.</param>
    public static ReferenceDistribution Of(IReadOnlyList<XRay> images, IReadOnlyList<ScoredImage> scored)
    {
        var step = Math.Max(1, images.Count / MostImages);
        var decoder = new RadiographDecoder();
        var measured = images.Where((_, i) => i % step == 0).AsParallel().AsOrdered()
            .Select(image => Measure(image.Path, decoder)).OfType<Measured>().ToArray();
        var score = ReferenceDistribution.Feature(ReferenceDistribution.Score, scored.Select(image => image.Score));
        return new ReferenceDistribution(images.Count, measured.Length == 0 ? [score] :
        [
            score,
            Feature(ReferenceDistribution.Brightness, image => image.Look.Brightness),
            Feature(ReferenceDistribution.Contrast, image => image.Look.Contrast),
            Feature(ReferenceDistribution.Sharpness, image => image.Look.Sharpness),
            Feature(ReferenceDistribution.AspectRatio, image => image.Width / (double)image.Height),
            Feature(ReferenceDistribution.Megapixels, image => image.Width * image.Height / 1e6),
        ]);

        ReferenceFeature Feature(string name, Func<Measured, double> value) => ReferenceDistribution.Feature(name, measured.Select(value));
    }

    private static Measured? Measure(string path, RadiographDecoder decoder)
    {
        try
        {
            var radiograph = decoder.Decode(File.ReadAllBytes(path), Path.GetFileName(path));
            return new Measured(radiograph.Width, radiograph.Height, ImageLook.Of(radiograph));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidRadiographException)
        {
            return null;
        }
    }

    private sealed record Measured(int Width, int Height, ImageLook Look);
}
