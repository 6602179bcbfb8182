using Pneumonia.Model.Training.Augmentation;

namespace Pneumonia.Tests.Training.Augmentation;

public sealed class AugmentationOptionsTests
{
    private static readonly AugmentationOptions s_options = new();

    [Fact]
    public void At_strength_0_nothing_is_changed() => Assert.Equal(AugmentationOptions.None, s_options.Scaled(0));

    [Fact]
    public void At_strength_1_everything_is_the_same()
    {
        var own = s_options with { HorizontalFlip = 0.9, Erasing = 1 };

        Assert.Equal(own, own.Scaled(1));
    }

    [Fact]
    public void Every_range_and_probability_is_scaled_and_what_shapes_a_change_is_not()
    {
        string[] shapes =
        [
            nameof(AugmentationOptions.Blur), nameof(AugmentationOptions.Unsharp), nameof(AugmentationOptions.ResolutionFactor),
            nameof(AugmentationOptions.MixingProbability),
        ];
        var options = s_options with { Sharpness = 0.4, Resolution = 0.4, Shading = 0.2, Equalisation = 0.4, Mixup = 0.2, CutMix = 1 };

        var half = options.Scaled(0.5);

        Assert.All(typeof(AugmentationOptions).GetProperties().Where(property => property.PropertyType == typeof(double)), property =>
            Assert.Equal(
                (double)property.GetValue(options)! * (shapes.Contains(property.Name) ? 1 : 0.5), (double)property.GetValue(half)!, 1e-12));
    }

    [Fact]
    public void Probabilities_stay_probabilities_and_a_flip_stays_random()
    {
        var strong = s_options.Scaled(100);

        Assert.Equal((0.5, 1, 1), (strong.HorizontalFlip, strong.Erasing, strong.ErasingArea));
        Assert.Equal(s_options.Rotation * 100, strong.Rotation);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_that_means_nothing_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => s_options.Scaled(factor));
}
