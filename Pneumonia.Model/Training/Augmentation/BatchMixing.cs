using Pneumonia.Core.Recipes.Augmentation;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>How the images of a batch were mixed, each with a partner of the same batch, so that their targets are mixed
/// alike.</summary>
internal sealed class BatchMixing
{
    private readonly Tensor _partners;
    private readonly double _share;

    private BatchMixing(Tensor partners, double share) => (_partners, _share) = (partners, share);

    /// <summary>Mixes a batch in place, or leaves it alone: by mixup (Zhang et al. 2018, "mixup: Beyond empirical risk
    /// minimization") or CutMix (Yun et al. 2019, "CutMix: Regularization strategy to train strong classifiers with localizable
    /// features", algorithm 1); where both are asked for, by either with the same chance.</summary>
    /// <param name="options">Strengths and probability.</param>
    /// <param name="images">[N, channels, height, width].</param>
    /// <param name="random">Draws.</param>
    /// <returns>What to do to the targets; null when the batch was left alone.</returns>
    public static BatchMixing? Apply(AugmentationOptions options, Tensor images, Random random)
    {
        if (!options.Mixes || random.NextDouble() >= options.MixingProbability)
        {
            return null;
        }

        var order = Enumerable.Range(0, (int)images.shape[0]).Select(index => (long)index).ToArray();
        random.Shuffle(order);
        var partners = tensor(order).to(images.device);
        var cuts = options.CutMix > 0 && (options.Mixup <= 0 || random.Next(2) == 0);
        var share = BetaDraw.Draw(cuts ? options.CutMix : options.Mixup, random);
        var others = images.index_select(0, partners);
        if (cuts)
        {
            share = Cut(images, others, share, random);
        }
        else
        {
            images.lerp_(others, 1 - share);
        }

        return new BatchMixing(partners, share);
    }

    /// <summary>Targets in the shares of the images.</summary>
    /// <param name="targets">[N, classes].</param>
    public Tensor Targets(Tensor targets) => targets * _share + targets.index_select(0, _partners) * (1 - _share);

    private static double Cut(Tensor images, Tensor others, double share, Random random)
    {
        var (height, width) = ((int)images.shape[2], (int)images.shape[3]);
        var (top, bottom) = Range(height, share, random);
        var (left, right) = Range(width, share, random);
        images.narrow(2, top, bottom - top).narrow(3, left, right - left)
            .copy_(others.narrow(2, top, bottom - top).narrow(3, left, right - left));
        return 1 - (double)(bottom - top) * (right - left) / ((double)height * width);
    }

    private static (int From, int To) Range(int side, double share, Random random)
    {
        var half = (int)(side * Math.Sqrt(1 - share) / 2);
        var centre = random.Next(side);
        return (Math.Max(0, centre - half), Math.Min(side, centre + half));
    }
}
