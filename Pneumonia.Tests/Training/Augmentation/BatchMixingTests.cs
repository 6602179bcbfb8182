using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Augmentation;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Augmentation;

[Collection(TrainingCollection.Name)]
public sealed class BatchMixingTests : IDisposable
{
    private const int Side = 8;

    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Nothing_is_mixed_by_default() =>
        Assert.Null(BatchMixing.Apply(new AugmentationOptions(), Levels(4), new Random(1)));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void The_share_of_each_images_pixels_is_the_share_of_its_target(double mixup, double cutMix)
    {
        var options = AugmentationOptions.None with { Mixup = mixup, CutMix = cutMix, MixingProbability = 1 };
        for (var seed = 0; seed < 20; seed++)
        {
            var images = Levels(4);

            var mixing = BatchMixing.Apply(options, images, new Random(seed))!;

            // Image i is all i and its target's value is i, so that the mean level of a mixed image is its mixed target.
            var targets = mixing.Targets(arange(0, 4, dtype: ScalarType.Float32).reshape(4, 1)).ToArray<float>();
            Assert.All(images.mean([1, 2, 3]).ToArray<float>().Zip(targets), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void CutMix_leaves_every_pixel_whole()
    {
        var images = Levels(4);

        BatchMixing.Apply(AugmentationOptions.None with { CutMix = 1, MixingProbability = 1 }, images, new Random(2));

        Assert.All(images.ToArray<float>(), level => Assert.Contains(level, new[] { 0f, 1, 2, 3 }));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(4)]
    public void Beta_draws_have_the_distributions_mean_and_variance(double alpha)
    {
        var random = new Random(1);
        var draws = Enumerable.Range(0, 20_000).Select(_ => BetaDraw.Draw(alpha, random)).ToArray();

        var mean = draws.Average();
        Assert.Equal(0.5, mean, 0.01);
        Assert.Equal(1 / (4 * (2 * alpha + 1)), draws.Average(draw => (draw - mean) * (draw - mean)), 0.005);
    }

    private static Tensor Levels(int count) =>
        arange(0, count, dtype: ScalarType.Float32).reshape(count, 1, 1, 1).repeat(1, 1, Side, Side);
}
