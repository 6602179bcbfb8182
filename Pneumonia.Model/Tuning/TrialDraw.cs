using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Tuning;

/// <summary>What a trial tries. Null: not searched, so the recipe's own value stands.</summary>
/// <param name="Arch">Architecture's name.</param>
/// <param name="LearningRate">The schedule's highest learning rate.</param>
/// <param name="WeightDecay">Weight decay.</param>
/// <param name="AugmentationStrength">Factor over all ranges of the recipe's augmentation.</param>
public sealed record TrialDraw(string? Arch, double? LearningRate, double? WeightDecay, double? AugmentationStrength)
{
    /// <summary>The recipe with what was drawn in its place.</summary>
    public ImageClassificationOptions ApplyTo(ImageClassificationOptions recipe) => recipe with
    {
        Arch = Arch ?? recipe.Arch,
        LearningRate = LearningRate ?? recipe.LearningRate,
        Optimisation = recipe.Optimisation with { WeightDecay = WeightDecay ?? recipe.Optimisation.WeightDecay },
        Data = recipe.Data with { Augmentation = AugmentationStrength is { } strength ? recipe.Data.Augmentation.Scaled(strength) : recipe.Data.Augmentation },
    };

    /// <summary>In one line, as progress shows it.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        Arch,
        LearningRate is { } rate ? $"learning rate {rate}" : null,
        WeightDecay is { } decay ? $"weight decay {decay}" : null,
        AugmentationStrength is { } strength ? $"augmentation {strength}" : null,
    }.OfType<string>());
}
