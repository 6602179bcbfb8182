using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

public sealed class TuningOptionsTests
{
    private static readonly TuningOptions s_search = new() { Trials = 27, DataSha256 = "none" };

    [Fact]
    public void The_defaults_can_be_searched() => s_search.Verify();

    [Fact]
    public void A_frozen_backbone_has_no_augmentation_to_search() => Refuses(
        s_search with
        {
            Space = new SearchSpace { AugmentationStrength = new NumberRange(0, 1, RangeScale.Uniform) },
            Recipe = new ImageClassificationOptions { Network = new() { Backbone = BackboneMode.Frozen, Weights = typeof(TuningOptions).Assembly.Location } },
        },
        "augmentationStrength");

    [Fact]
    public void Given_weights_leave_no_architecture_to_search() => Refuses(
        s_search with
        {
            Recipe = new ImageClassificationOptions { Network = new() { Backbone = BackboneMode.FineTuned, Weights = typeof(TuningOptions).Assembly.Location } },
        },
        "arch");

    [Theory]
    [InlineData(BackboneMode.RandomWeights)]
    [InlineData(BackboneMode.FineTuned)]
    [InlineData(BackboneMode.Frozen)]
    public void The_default_space_suits_every_recipe(BackboneMode backbone)
    {
        var weights = backbone == BackboneMode.RandomWeights ? null : typeof(TuningOptions).Assembly.Location;
        var recipe = new ImageClassificationOptions { Network = new() { Backbone = backbone, Weights = weights } };

        (s_search with { Recipe = recipe, Space = SearchSpace.DefaultFor(recipe) }).Verify();
    }

    [Fact]
    public void An_architecture_that_cannot_take_the_images_is_refused_before_the_first_trial() => Refuses(
        s_search with
        {
            Space = new SearchSpace { Arch = ["inception_v3"] },
            Recipe = new ImageClassificationOptions { Network = new() { Preprocessing = new Preprocessing { Width = 64, Height = 64 } } },
        },
        "inception_v3");

    [Fact]
    public void A_search_without_trials_is_refused() => Refuses(s_search with { Sampler = SamplerKind.Random, Trials = 0 }, "Trials 0");

    private static void Refuses(TuningOptions search, string named) =>
        Assert.Contains(named, Assert.Throws<UserException>(search.Verify).Message, StringComparison.Ordinal);
}
