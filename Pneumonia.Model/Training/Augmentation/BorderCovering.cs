using Pneumonia.Core.Recipes.Augmentation;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Covers strips along an image's borders, so that a network cannot go by what lies beside the lungs: collimation, arms, abdomen,
/// markers.</summary>
internal static class BorderCovering
{
    private const double NoiseShare = 0.2;

    /// <summary>Changes some images in place: strips of a width of their own along all four borders, of one random grey or of
    /// noise.</summary>
    /// <param name="options">Probability and greatest width.</param>
    /// <param name="images">[N, 1, height, width], grey levels.</param>
    /// <param name="random">Draws.</param>
    public static void Apply(AugmentationOptions options, Tensor images, Random random)
    {
        if (options.Covering <= 0)
        {
            return;
        }

        for (var i = 0; i < images.shape[0]; i++)
        {
            if (random.NextDouble() < options.Covering)
            {
                var image = images.narrow(0, i, 1);
                float? grey = random.NextDouble() < NoiseShare ? null : random.NextSingle();
                foreach (var side in (ReadOnlySpan<int>)[2, 3])
                {
                    var length = image.shape[side];
                    var (first, last) = (Width(options, length, random), Width(options, length, random));
                    Fill(image.narrow(side, 0, first), grey);
                    Fill(image.narrow(side, length - last, last), grey);
                }
            }
        }
    }

    private static long Width(AugmentationOptions options, long length, Random random) => (long)(random.NextDouble() * options.CoveringWidth * length);

    private static void Fill(Tensor strip, float? grey)
    {
        if (grey is { } level)
        {
            strip.fill_(level);
        }
        else
        {
            strip.copy_(rand_like(strip));
        }
    }
}
