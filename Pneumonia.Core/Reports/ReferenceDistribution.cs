namespace Pneumonia.Core.Reports;

/// <summary>How score and image features are distributed over the images that a model was evaluated on: what comes in later is held
/// against it.</summary>
/// <param name="Count">Images, 1 or more.</param>
/// <param name="Features">The features that could be measured, each once.</param>
public sealed record ReferenceDistribution(int Count, IReadOnlyList<ReferenceFeature> Features)
{
    /// <summary>Percentiles of a feature.</summary>
    public const int Percentiles = 101;

    /// <summary>Calibrated probability of the positive classes together.</summary>
    public const string Score = "score";

    /// <summary><see cref="ImageLook.Brightness"/>.</summary>
    public const string Brightness = "brightness";

    /// <summary><see cref="ImageLook.Contrast"/>.</summary>
    public const string Contrast = "contrast";

    /// <summary><see cref="ImageLook.Sharpness"/>.</summary>
    public const string Sharpness = "sharpness";

    /// <summary>Width by height of the image as stored.</summary>
    public const string AspectRatio = "aspectRatio";

    /// <summary>Millions of pixels of the image as stored.</summary>
    public const string Megapixels = "megapixels";

    /// <summary>Percentiles of some values, with linear interpolation as in NumPy, to six digits after the point.</summary>
    /// <param name="name">Name of the feature.</param>
    /// <param name="values">Its values, 1 or more, in any order.</param>
    public static ReferenceFeature Feature(string name, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new ReferenceFeature(name, [.. Enumerable.Range(0, Percentiles).Select(i =>
        {
            var place = i * (sorted.Length - 1) / (Percentiles - 1.0);
            var below = (int)place;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return Math.Round(sorted[below] + ((place - below) * (sorted[above] - sorted[below])), 6);
        })]);
    }
}
