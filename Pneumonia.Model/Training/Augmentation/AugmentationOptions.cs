namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Ranges of the random changes of training images. Zero switches a change off.</summary>
public sealed record AugmentationOptions
{
    /// <summary>Rotation, degrees to either side.</summary>
    public double Rotation { get; init; } = 10;

    /// <summary>Shift to either side, share of the image's side.</summary>
    public double Translation { get; init; } = 0.06;

    /// <summary>Scale: factor drawn between 1 / (1 + x) and 1 + x.</summary>
    public double Scale { get; init; } = 0.15;

    /// <summary>Aspect ratio: factor drawn between 1 / (1 + x) and 1 + x.</summary>
    public double Aspect { get; init; } = 0.1;

    /// <summary>Shear, degrees to either side.</summary>
    public double Shear { get; init; } = 5;

    /// <summary>Probability of a horizontal flip.</summary>
    public double HorizontalFlip { get; init; } = 0.5;

    /// <summary>Gamma: exponent drawn between 1 / (1 + x) and 1 + x.</summary>
    public double Gamma { get; init; } = 0.4;

    /// <summary>Contrast: factor drawn between 1 / (1 + x) and 1 + x, about middle grey.</summary>
    public double Contrast { get; init; } = 0.3;

    /// <summary>Brightness: added grey level, of a scale from 0 to 1, to either side.</summary>
    public double Brightness { get; init; } = 0.1;

    /// <summary>Probability that an image is blurred or sharpened: taken between 0 and 1 of the way to the mean of each pixel's 3 x 3
    /// neighbours, or up to 1.5 of it away from there (unsharp masking). X-ray machines differ in how they process edges.</summary>
    public double Sharpness { get; init; }

    /// <summary>Standard deviation of added noise, of a scale from 0 to 1: drawn between 0 and this.</summary>
    public double Noise { get; init; } = 0.02;

    /// <summary>Probability that a rectangle is erased (Zhong et al. 2020).</summary>
    public double Erasing { get; init; } = 0.25;

    /// <summary>Largest share of the image's area that is erased.</summary>
    public double ErasingArea { get; init; } = 0.15;

    /// <summary>No change at all.</summary>
    public static AugmentationOptions None { get; } = new()
    {
        Rotation = 0, Translation = 0, Scale = 0, Aspect = 0, Shear = 0, HorizontalFlip = 0,
        Gamma = 0, Contrast = 0, Brightness = 0, Sharpness = 0, Noise = 0, Erasing = 0, ErasingArea = 0,
    };
}
