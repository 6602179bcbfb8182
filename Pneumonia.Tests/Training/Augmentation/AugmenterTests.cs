using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Model.Data;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Augmentation;
using Pneumonia.Model.Training.Inputs;
using TorchSharp;

namespace Pneumonia.Tests.Training.Augmentation;

[Collection(TrainingCollection.Name)]
public sealed class AugmenterTests(TrainedModelFixture fixture)
{
    private static readonly Preprocessing s_preprocessing = new() { Width = 32, Height = 32 };

    private readonly ImageStore _store = ImageStore.Load(
        [.. TinyTraining.Images(fixture.Phantoms).Take(2)], new ImagePreparation(s_preprocessing), false, null, _ => { }, CancellationToken.None);

    [Fact]
    public void Without_any_change_the_image_is_the_plain_one() =>
        Assert.All(Plain().Zip(Draw(AugmentationOptions.None, 1)), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));

    [Fact]
    public void A_sure_flip_mirrors_the_image()
    {
        var flipped = Draw(AugmentationOptions.None with { HorizontalFlip = 1 }, 1);

        var mirrored = Plain().Chunk(32).SelectMany(row => row.Reverse());
        Assert.All(mirrored.Zip(flipped), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_seed_another()
    {
        var options = new AugmentationOptions { Noise = 0 };

        Assert.Equal(Draw(options, 1), Draw(options, 1));
        Assert.NotEqual(Draw(options, 1), Draw(options, 2));
    }

    [Fact]
    public void A_sure_erasing_leaves_a_rectangle_of_one_level()
    {
        var erased = Draw(AugmentationOptions.None with { Erasing = 1, ErasingArea = 0.5 }, 3);

        var changed = Plain().Zip(erased).Where(pair => Math.Abs(pair.First - pair.Second) > 1e-3f).ToArray();
        Assert.InRange(changed.Length, 1, 32 * 32 / 2);
        Assert.Single(changed.Select(pair => pair.Second).Distinct());
    }

    [Theory]
    [InlineData(Standardisation.Percentile)]
    [InlineData(Standardisation.Clahe)]
    public void Standardisation_comes_after_the_changes_as_it_does_at_inference(Standardisation kind)
    {
        var preprocessing = s_preprocessing with { Standardisation = kind };
        using var scope = torch.NewDisposeScope();

        var augmented = new Augmenter(AugmentationOptions.None, preprocessing).Batch(_store, [0], new Random(1)).ToArray<float>();

        var expected = _store.Pixels(0).ToArray().Select(level => level / 255f).ToArray();
        preprocessing.Normalise(expected);
        Assert.All(expected.Zip(augmented), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.NotEqual(Plain(), augmented);
    }

    [Theory]
    [InlineData("sharpness")]
    [InlineData("resolution")]
    [InlineData("shading")]
    [InlineData("equalisation")]
    [InlineData("covering")]
    public void Each_change_of_the_acquisition_changes_the_image(string change)
    {
        var none = AugmentationOptions.None;
        var options = change switch
        {
            "sharpness" => none with { Sharpness = 1 },
            "resolution" => none with { Resolution = 1 },
            "shading" => none with { Shading = 0.3 },
            "covering" => none with { Covering = 1 },
            _ => none with { Equalisation = 1 },
        };

        var (plain, changed) = (Plain(), Draw(options, 1));

        Assert.Contains(plain.Zip(changed), pair => Math.Abs(pair.First - pair.Second) > 1e-2f);
        Assert.All(changed, value => Assert.InRange(
            value, -s_preprocessing.Mean / s_preprocessing.Std - 1e-4f, (1 - s_preprocessing.Mean) / s_preprocessing.Std + 1e-4f));
    }

    [Fact]
    public void A_shift_moves_the_image_and_brings_black_in()
    {
        float[] theta = new float[6];
        AffineDraw.Draw(AugmentationOptions.None with { Translation = 0.5 }, new Random(1), theta);

        Assert.Equal([1f, 0f, 0f, 1f], [theta[0], theta[1], theta[3], theta[4]]);
        Assert.InRange(theta[2], -1f, 1f);
        Assert.NotEqual(0, theta[2]);
    }

    [Fact]
    public void A_rotation_keeps_lengths()
    {
        float[] theta = new float[6];
        AffineDraw.Draw(AugmentationOptions.None with { Rotation = 30 }, new Random(1), theta);

        Assert.Equal(1, theta[0] * theta[0] + theta[3] * theta[3], 1e-5f);
        Assert.Equal(0, theta[0] * theta[1] + theta[3] * theta[4], 1e-5f);
        Assert.InRange(Math.Abs(Math.Asin(theta[3])), 1e-3, Math.PI / 6);
    }

    [Fact]
    public void The_grey_curve_rises_and_stays_in_range()
    {
        float[] table = new float[256];
        GreyCurve.Draw(new AugmentationOptions(), new Random(5), [], table);

        Assert.Equal(table.Order(), table);
        Assert.All(table, level => Assert.InRange(level, 0, 1));
    }

    private float[] Plain()
    {
        using var batch = new ImageInputs(_store, [0, 0], AugmentationOptions.None).Batch([0], null);
        return batch.ToArray<float>();
    }

    private float[] Draw(AugmentationOptions options, int seed)
    {
        using var scope = torch.NewDisposeScope();
        return new Augmenter(options, s_preprocessing).Batch(_store, [0], new Random(seed)).ToArray<float>();
    }
}
