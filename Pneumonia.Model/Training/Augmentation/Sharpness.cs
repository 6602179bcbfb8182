using Pneumonia.Core.Recipes.Augmentation;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Blurs or sharpens images as another detector or another vendor's processing would: x + a (blur(x) - x), where a
/// negative a is unsharp masking.</summary>
internal static class Sharpness
{
    private const int Radius = 4;
    private const double SmallestSigma = 0.5;
    private const double LargestSigma = 2;

    /// <summary>Changes some images in place.</summary>
    /// <param name="options">Probability and ranges.</param>
    /// <param name="images">[N, 1, height, width], grey levels.</param>
    /// <param name="random">Draws.</param>
    public static void Apply(AugmentationOptions options, Tensor images, Random random)
    {
        if (options.Sharpness <= 0)
        {
            return;
        }

        for (var i = 0; i < images.shape[0]; i++)
        {
            if (random.NextDouble() < options.Sharpness)
            {
                var share = random.NextDouble() * (options.Blur + options.Unsharp) - options.Unsharp;
                var sigma = SmallestSigma + random.NextDouble() * (LargestSigma - SmallestSigma);
                var image = images.narrow(0, i, 1);
                image.lerp_(Blur(image, sigma), share);
            }
        }
    }

    /// <summary>Gaussian blur; beyond the border stands the border's pixel.</summary>
    /// <param name="image">[1, 1, height, width].</param>
    /// <param name="sigma">Standard deviation, pixels.</param>
    internal static Tensor Blur(Tensor image, double sigma)
    {
        var kernel = new float[2 * Radius + 1];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = (float)Math.Exp(-Math.Pow((i - Radius) / sigma, 2) / 2);
        }

        var total = kernel.Sum();
        kernel = Array.ConvertAll(kernel, weight => weight / total);
        var padded = functional.pad(image, [Radius, Radius, Radius, Radius], PaddingModes.Replicate);
        var across = functional.conv2d(padded, tensor(kernel, [1, 1, 1, kernel.Length]));
        return functional.conv2d(across, tensor(kernel, [1, 1, kernel.Length, 1]));
    }
}
