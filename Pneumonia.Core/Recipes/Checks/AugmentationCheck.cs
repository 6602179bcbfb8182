using Pneumonia.Core.Recipes.Augmentation;

namespace Pneumonia.Core.Recipes.Checks;

/// <summary>Refuses augmentation that makes no sense, by the option's name.</summary>
internal static class AugmentationCheck
{
    public static void Verify(AugmentationOptions options)
    {
        Probability(options.HorizontalFlip, nameof(options.HorizontalFlip));
        Probability(options.Erasing, nameof(options.Erasing));
        Probability(options.ErasingArea, nameof(options.ErasingArea));
        Probability(options.Sharpness, nameof(options.Sharpness));
        Probability(options.Blur, nameof(options.Blur));
        Probability(options.Resolution, nameof(options.Resolution));
        Probability(options.Equalisation, nameof(options.Equalisation));
        Probability(options.Covering, nameof(options.Covering));
        Probability(options.MixingProbability, nameof(options.MixingProbability));
        Range(options.Unsharp, 0, nameof(options.Unsharp));
        Range(options.ResolutionFactor, 1, nameof(options.ResolutionFactor));
        Range(options.Mixup, 0, nameof(options.Mixup));
        Range(options.CutMix, 0, nameof(options.CutMix));
        Requirement.Hold(options.Shading is >= 0 and < 1, nameof(options.Shading), options.Shading, "must be from 0 to less than 1");
        Requirement.Hold(
            options.CoveringWidth is >= 0 and < 0.5, nameof(options.CoveringWidth), options.CoveringWidth, "must be from 0 to less than 0.5");
    }

    private static void Probability(double value, string option) =>
        Requirement.Hold(value is >= 0 and <= 1, option, value, "must be from 0 to 1");

    private static void Range(double value, double least, string option) =>
        Requirement.Hold(value >= least && double.IsFinite(value), option, value, $"must be {least} or more");
}
