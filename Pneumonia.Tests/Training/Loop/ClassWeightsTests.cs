using Pneumonia.Core.Recipes;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Tests.Training.Loop;

public sealed class ClassWeightsTests
{
    [Fact]
    public void Balanced_weights_are_scikit_learns() =>
        // compute_class_weight("balanced", classes=[0, 1, 2], y=[0, 0, 0, 1, 1, 2])
        Assert.Equal([2f / 3, 1f, 2f], ClassWeights.Of(ClassWeighting.Balanced, [0, 0, 0, 1, 1, 2], 3));

    [Fact]
    public void Without_weighting_every_image_counts_the_same() =>
        Assert.Equal([1f, 1f], ClassWeights.Of(ClassWeighting.None, [0, 1, 1], 2));
}
