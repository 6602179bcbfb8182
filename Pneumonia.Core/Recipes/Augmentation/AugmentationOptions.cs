using System.Text.Json.Serialization;

namespace Pneumonia.Core.Recipes.Augmentation;

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

    /// <summary>Standard deviation of added noise, of a scale from 0 to 1: drawn between 0 and this.</summary>
    public double Noise { get; init; } = 0.02;

    /// <summary>Probability that an image is blurred or sharpened.</summary>
    public double Sharpness { get; init; }

    /// <summary>Largest share of a Gaussian blur of 0.5 to 2 pixels in place of the image; 0 to 1.</summary>
    public double Blur { get; init; } = 1;

    /// <summary>Largest strength of unsharp masking: how often the difference from the blur is added; 0 or more.</summary>
    public double Unsharp { get; init; } = 1.5;

    /// <summary>Probability that an image is made smaller and brought back to its size.</summary>
    public double Resolution { get; init; }

    /// <summary>By how much at the most it is made smaller; 1 or more.</summary>
    public double ResolutionFactor { get; init; } = 2.5;

    /// <summary>Uneven illumination: gains drawn between 1 - x and 1 + x at 4 x 4 places, smooth between them; 0 to less than
    /// 1.</summary>
    public double Shading { get; init; }

    /// <summary>Probability that grey levels are moved, by a random share of the way, to those of the image's equalised
    /// histogram.</summary>
    public double Equalisation { get; init; }

    /// <summary>Mixup (Zhang et al. 2018): alpha of the beta distribution that the shares of two images are drawn from.</summary>
    public double Mixup { get; init; }

    /// <summary>CutMix (Yun et al. 2019): alpha of the beta distribution that the area cut out of another image is drawn
    /// from.</summary>
    public double CutMix { get; init; }

    /// <summary>Probability that a batch is mixed, where <see cref="Mixup"/> or <see cref="CutMix"/> is on.</summary>
    public double MixingProbability { get; init; } = 0.5;

    /// <summary>Probability that a rectangle is erased (Zhong et al. 2020).</summary>
    public double Erasing { get; init; } = 0.25;

    /// <summary>Largest share of the image's area that is erased.</summary>
    public double ErasingArea { get; init; } = 0.15;

    /// <summary>Probability that strips along the borders are covered, with grey or with noise.</summary>
    public double Covering { get; init; }

    /// <summary>Greatest width of such a strip, share of the image's side; 0 to less than 0.5.</summary>
    public double CoveringWidth { get; init; } = 0.22;

    /// <summary>Whether images of a batch are mixed with each other.</summary>
    [JsonIgnore]
    public bool Mixes => Mixup > 0 || CutMix > 0;

    /// <summary>No change at all.</summary>
    public static AugmentationOptions None { get; } = new()
    {
        Rotation = 0, Translation = 0, Scale = 0, Aspect = 0, Shear = 0, HorizontalFlip = 0,
        Gamma = 0, Contrast = 0, Brightness = 0, Noise = 0, Erasing = 0, ErasingArea = 0,
    };

    /// <summary>The same changes, stronger or weaker: every range and probability times <paramref name="factor"/>.</summary>
    /// <param name="factor">0: <see cref="None"/>; 1: these options; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public AugmentationOptions Scaled(double factor)
    {
        if (!(factor >= 0 && double.IsFinite(factor)))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be 0 or more, and finite.");
        }

        return this with
        {
            Rotation = Rotation * factor,
            Translation = Translation * factor,
            Scale = Scale * factor,
            Aspect = Aspect * factor,
            Shear = Shear * factor,
            // A flip is at its most random at one half: beyond that images would rather be mirrored than varied.
            HorizontalFlip = Math.Min(HorizontalFlip * factor, Math.Max(HorizontalFlip, 0.5)),
            Gamma = Gamma * factor,
            Contrast = Contrast * factor,
            Brightness = Brightness * factor,
            Noise = Noise * factor,
            Sharpness = Math.Min(Sharpness * factor, 1),
            Resolution = Math.Min(Resolution * factor, 1),
            Shading = Math.Min(Shading * factor, 0.9),
            Equalisation = Math.Min(Equalisation * factor, 1),
            Mixup = Mixup * factor,
            CutMix = CutMix * factor,
            Erasing = Math.Min(Erasing * factor, 1),
            ErasingArea = Math.Min(ErasingArea * factor, 1),
            Covering = Math.Min(Covering * factor, 1),
        };
    }
}
