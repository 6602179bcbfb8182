using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Augmentation;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Augmentation;

[Collection(TrainingCollection.Name)]
public sealed class AcquisitionTests : IDisposable
{
    private const int Side = 16;

    private readonly TrainingReference _reference = TrainingReference.Load();
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_blur_is_scipys_Gaussian_filter()
    {
        var image = tensor(_reference.Image, [1, 1, _reference.ImageHeight, _reference.ImageWidth]);

        var blurred = Sharpness.Blur(image, _reference.Sigma).ToArray<float>();

        Assert.All(_reference.Blurred.Zip(blurred), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Blurring_lessens_and_unsharp_masking_adds_contrast_at_an_edge()
    {
        var edge = Edge();
        var (blurred, sharpened) = (edge.clone(), edge.clone());
        Sharpness.Apply(AugmentationOptions.None with { Sharpness = 1, Unsharp = 0 }, blurred, new Random(1));
        Sharpness.Apply(AugmentationOptions.None with { Sharpness = 1, Blur = 0 }, sharpened, new Random(1));

        Assert.True(Range(blurred) <= Range(edge));
        Assert.True(Step(blurred) < Step(edge));
        Assert.True(Range(sharpened) > Range(edge));
        Assert.True(Step(sharpened) > Step(edge));
    }

    [Fact]
    public void A_coarser_image_loses_fine_stripes_and_keeps_its_mean()
    {
        var stripes = Enumerable.Range(0, Side * Side).Select(index => index % 2 == 0 ? 0.2f : 0.8f).ToArray();
        var image = tensor(stripes, [1, 1, Side, Side]);

        ResolutionLoss.Apply(AugmentationOptions.None with { Resolution = 1, ResolutionFactor = 100 }, image, new Random(1));

        Assert.Equal(0.5f, image.mean().item<float>(), 0.05f);
        Assert.True(Range(image) < 0.3);
    }

    [Fact]
    public void Shading_is_smooth_and_stays_in_its_range()
    {
        var image = ones([2, 1, Side, Side]);

        Shading.Apply(AugmentationOptions.None with { Shading = 0.3 }, image, new Random(1));

        var gains = image.ToArray<float>();
        Assert.All(gains, gain => Assert.InRange(gain, 0.7f, 1.3f));
        Assert.NotEqual(gains[..(Side * Side)], gains[(Side * Side)..]);
        Assert.All(gains.Chunk(Side), row => Assert.All(
            row.Skip(1).Zip(row), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 0.6 * 3 / (Side - 1) + 1e-5)));
    }

    [Fact]
    public void Covering_leaves_the_middle_as_it_is_and_covers_each_image_by_its_own_draw()
    {
        var image = full([2, 1, 40, 40], 2f);

        BorderCovering.Apply(AugmentationOptions.None with { Covering = 1, CoveringWidth = 0.25 }, image, new Random(1));

        var covered = image.ToArray<float>().Select(grey => grey != 2).ToArray();
        Assert.All(covered.Where((_, index) => index % 40 is >= 10 and < 30 && index / 40 % 40 is >= 10 and < 30), Assert.False);
        Assert.NotEqual(covered[..1600], covered[1600..]);
        Assert.All(covered.Chunk(1600), one => Assert.InRange(one.Count(each => each), 1, 1200));
        Assert.All(image.ToArray<float>().Where(grey => grey != 2), grey => Assert.InRange(grey, 0, 1));
    }

    [Fact]
    public void Covering_with_probability_0_draws_nothing()
    {
        var (random, untouched) = (new Random(1), new Random(1));

        BorderCovering.Apply(AugmentationOptions.None, ones([4, 1, 8, 8]), random);

        Assert.Equal(untouched.Next(), random.Next());
    }

    [Fact]
    public void Full_equalisation_spreads_the_levels_from_black_to_white()
    {
        var table = Levels();
        GreyCurve.Equalise([100, 100, 110, 120], 1, table);

        Assert.Equal(0, table[100]);
        Assert.Equal(0.5f, table[110]);
        Assert.Equal(1, table[120]);
    }

    [Fact]
    public void Half_an_equalisation_goes_half_of_the_way()
    {
        var table = Levels();
        GreyCurve.Equalise([100, 100, 110, 120], 0.5, table);

        Assert.Equal((110 / 255f + 0.5f) / 2, table[110], 1e-6f);
    }

    [Fact]
    public void An_image_of_one_level_is_not_equalised()
    {
        var table = Levels();
        GreyCurve.Equalise([90, 90], 1, table);

        Assert.Equal(Levels(), table);
    }

    private static float[] Levels() => [.. Enumerable.Range(0, 256).Select(level => level / 255f)];

    private static Tensor Edge() => tensor(
        Enumerable.Range(0, Side * Side).Select(index => index % Side < Side / 2 ? 0.3f : 0.7f).ToArray(), [1, 1, Side, Side]);

    private static float Range(Tensor image) => image.max().item<float>() - image.min().item<float>();

    private static float Step(Tensor image)
    {
        var row = image.ToArray<float>()[..Side];
        return row[Side / 2] - row[Side / 2 - 1];
    }
}
