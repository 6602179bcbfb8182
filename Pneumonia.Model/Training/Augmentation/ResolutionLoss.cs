using Pneumonia.Core.Recipes.Augmentation;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Makes images smaller and brings them back, as a coarse detector or a thumbnail on its way would: the mean over areas
/// downwards, so that nothing aliases, and bilinear upwards.</summary>
internal static class ResolutionLoss
{
    /// <summary>Changes some images in place.</summary>
    /// <param name="options">Probability and largest factor.</param>
    /// <param name="images">[N, 1, height, width], grey levels.</param>
    /// <param name="random">Draws.</param>
    public static void Apply(AugmentationOptions options, Tensor images, Random random)
    {
        if (options.Resolution <= 0)
        {
            return;
        }

        var (height, width) = (images.shape[2], images.shape[3]);
        for (var i = 0; i < images.shape[0]; i++)
        {
            if (random.NextDouble() < options.Resolution)
            {
                var factor = 1 + random.NextDouble() * (options.ResolutionFactor - 1);
                long[] small = [Math.Max(1, (long)(height / factor)), Math.Max(1, (long)(width / factor))];
                var image = images.narrow(0, i, 1);
                image.copy_(functional.interpolate(
                    functional.adaptive_avg_pool2d(image, small), [height, width], mode: InterpolationMode.Bilinear));
            }
        }
    }
}
