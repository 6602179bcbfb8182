using Pneumonia.Core.Recipes.Augmentation;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Uneven illumination, such as the heel effect and scatter leave: a smooth field of gains, bilinear between 4 x 4
/// random ones.</summary>
internal static class Shading
{
    private const int Side = 4;

    /// <summary>Changes every image in place by its own field.</summary>
    /// <param name="options">Range of the gains.</param>
    /// <param name="images">[N, 1, height, width], grey levels.</param>
    /// <param name="random">Draws.</param>
    public static void Apply(AugmentationOptions options, Tensor images, Random random)
    {
        if (options.Shading <= 0)
        {
            return;
        }

        var gains = new float[images.shape[0] * Side * Side];
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = (float)(1 + AffineDraw.Symmetric(random, options.Shading));
        }

        images.mul_(functional.interpolate(
            tensor(gains, [images.shape[0], 1, Side, Side]), [images.shape[2], images.shape[3]], mode: InterpolationMode.Bilinear,
            align_corners: true));
    }
}
