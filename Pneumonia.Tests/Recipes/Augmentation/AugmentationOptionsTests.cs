using System.Reflection;
using Pneumonia.Core.Recipes.Augmentation;

namespace Pneumonia.Tests.Recipes.Augmentation;

public sealed class AugmentationOptionsTests
{
    // What these say matters only where a probability or an alpha switches their change on, and that is scaled.
    private static readonly string[] s_details =
    [
        nameof(AugmentationOptions.Blur), nameof(AugmentationOptions.Unsharp), nameof(AugmentationOptions.ResolutionFactor),
        nameof(AugmentationOptions.MixingProbability), nameof(AugmentationOptions.CoveringWidth),
    ];

    private static readonly PropertyInfo[] s_ranges =
    [
        .. typeof(AugmentationOptions).GetProperties()
            .Where(property => property.PropertyType == typeof(double) && !s_details.Contains(property.Name)),
    ];

    // Every range has a value of its own, so that one left out by mistake shows.
    private static readonly AugmentationOptions s_options = Distinct();

    [Fact]
    public void At_strength_0_nothing_is_changed() => Assert.Equal(AugmentationOptions.None, s_options.Scaled(0));

    [Fact]
    public void At_strength_1_everything_is_the_same()
    {
        var own = s_options with { HorizontalFlip = 0.9, Erasing = 1 };

        Assert.Equal(own, own.Scaled(1));
    }

    [Fact]
    public void Every_range_is_scaled()
    {
        var half = s_options.Scaled(0.5);

        Assert.All(s_ranges, property =>
            Assert.Equal((double)property.GetValue(s_options)! / 2, (double)property.GetValue(half)!, 1e-12));
    }

    [Fact]
    public void Probabilities_stay_probabilities_and_a_flip_stays_random()
    {
        var strong = s_options.Scaled(100);

        Assert.Equal((0.5, 1, 1, 1), (strong.HorizontalFlip, strong.Sharpness, strong.Erasing, strong.ErasingArea));
        Assert.Equal(s_options.Rotation * 100, strong.Rotation);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_strength_that_means_nothing_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => s_options.Scaled(factor));

    private static AugmentationOptions Distinct()
    {
        var options = new AugmentationOptions();
        foreach (var (index, range) in s_ranges.Index())
        {
            range.SetValue(options, (index + 2) / 100.0);
        }

        return options;
    }
}
