using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Blurs or sharpens images as another machine's processing of edges would: x + a (blur(x) - x), where the blur is the mean
/// of each pixel's 3 x 3 neighbours and a negative a is unsharp masking.</summary>
internal static class Sharpness
{
    /// <summary>Changes some images in place.</summary>
    /// <param name="options">Probability and ranges.</param>
    /// <param name="images">[N, 1, height, width], grey levels from 0 to 1.</param>
    /// <param name="random">Draws.</param>
    public static void Apply(AugmentationOptions options, Tensor images, Random random)
    {
        if (options.Sharpness <= 0)
        {
            return;
        }

        var (mostBlur, mostSharpening) = ((float)options.Blur, (float)options.Unsharp);
        var amounts = new float[images.shape[0]];
        for (var i = 0; i < amounts.Length; i++)
        {
            if (random.NextDouble() < options.Sharpness)
            {
                amounts[i] = random.NextSingle() * (mostBlur + mostSharpening) - mostSharpening;
            }
        }

        var neighbours = functional.avg_pool2d(images, 3, stride: 1, padding: 1, count_include_pad: false);
        images.add_(neighbours.sub_(images).mul_(tensor(amounts, [amounts.Length, 1, 1, 1]))).clamp_(0, 1);
    }
}
