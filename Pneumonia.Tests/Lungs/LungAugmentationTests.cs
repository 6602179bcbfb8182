using Pneumonia.Model.Lungs;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Lungs;

[Collection(LungsCollection.Name)]
public sealed class LungAugmentationTests
{
    [Fact]
    public void A_mask_moves_with_its_image()
    {
        using var scope = NewDisposeScope();
        // The image is its own mask: dark beside the lungs, bright in them.
        var masks = zeros(32, 1, 64, 64);
        masks.narrow(2, 16, 30).narrow(3, 8, 20).fill_(1);
        manual_seed(1);

        var (images, moved) = LungAugmentation.Apply(masks, masks, new Random(1));

        Assert.Equal(masks.shape, images.shape);
        for (var i = 0; i < 32; i++)
        {
            var (image, mask) = (images.select(0, i), moved.select(0, i));
            var (inside, outside) = (image[mask > 0.9], image[mask < 0.1]);
            Assert.True(inside.numel() == 0 || inside.median().item<float>() > outside.median().item<float>(), $"{i}");
        }

        Assert.True((moved - masks).abs().mean().item<float>() > 0.05);
        Assert.InRange(images.min().item<float>(), 0, 1);
        Assert.InRange(images.max().item<float>(), 0, 1);
    }

    [Fact]
    public void The_same_draws_make_the_same_images()
    {
        using var scope = NewDisposeScope();
        var images = linspace(0, 1, 4 * 64 * 64).view(4, 1, 64, 64);

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));

        float[] Draw(int seed)
        {
            manual_seed(seed);
            return LungAugmentation.Apply(images, images, new Random(seed)).Images.ToArray<float>();
        }
    }
}
