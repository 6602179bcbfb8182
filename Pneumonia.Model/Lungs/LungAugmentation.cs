using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Lungs;

/// <summary>Changes images, and their masks where that moves anything: strongly, so that what is learned from children's X-rays holds on
/// adults', with other frames, exposures, collimation and markers.</summary>
internal static class LungAugmentation
{
    private const double Angle = 0.26;
    private const double Shift = 0.2;
    private const double ZeroBorders = 0.7;
    private const double Erasing = 0.3;
    private const int Erasures = 2;

    /// <summary>Changed copies.</summary>
    /// <param name="images">Grey levels from 0 to 1, [N, 1, side, side].</param>
    /// <param name="masks">Shares of lung, of the same shape.</param>
    /// <param name="random">Draws all but the noise, which comes from libtorch's own generator.</param>
    public static (Tensor Images, Tensor Masks) Apply(Tensor images, Tensor masks, Random random)
    {
        using var scope = NewDisposeScope();
        var (count, side) = ((int)images.shape[0], (int)images.shape[2]);
        var grid = functional.affine_grid(Affine(count, random), images.shape, align_corners: false);
        // Beyond the image's edge lies nothing, as beside a collimated one, or the image mirrored.
        var padding = random.NextDouble() < ZeroBorders ? GridSamplePaddingMode.Zeros : GridSamplePaddingMode.Reflection;
        var moved = functional.grid_sample(images, grid, padding_mode: padding, align_corners: false).clamp_(0, 1);
        var movedMasks = functional.grid_sample(masks, grid, align_corners: false);
        var seen = Expose(moved, random);
        Erase(seen, side, random);
        return (scope.MoveToOuter(seen.clamp_(0, 1)), scope.MoveToOuter(movedMasks));
    }

    private static Tensor Affine(int count, Random random)
    {
        var theta = new float[count * 6];
        for (var i = 0; i < count; i++)
        {
            var (sin, cos) = Math.SinCos(Between(random, -Angle, Angle));
            var (scale, aspect) = (Math.Exp(Between(random, -0.45, 0.3)), Math.Exp(Between(random, -0.15, 0.15)));
            var flip = random.Next(2) == 0 ? -1 : 1;
            double[] rows =
            [
                flip * scale * aspect * cos, -scale * aspect * sin, Between(random, -Shift, Shift),
                flip * scale / aspect * sin, scale / aspect * cos, Between(random, -Shift, Shift),
            ];
            Array.ConvertAll(rows, value => (float)value).CopyTo(theta, i * 6);
        }

        return tensor(theta, [count, 2, 3]);
    }

    private static Tensor Expose(Tensor images, Random random)
    {
        var side = images.shape[2];
        Tensor Draw(double low, double high, Func<double, double>? map = null) => tensor(
            [.. Enumerable.Range(0, (int)images.shape[0]).Select(_ => (float)(map ?? (value => value))(Between(random, low, high)))],
            [images.shape[0], 1, 1, 1]);
        var ramp = linspace(-1, 1, side);
        var exposed = images.pow(Draw(-0.7, 0.7, Math.Exp)).sub_(0.5).mul_(Draw(-0.5, 0.5, Math.Exp)).add_(0.5).add_(Draw(-0.2, 0.2))
            .add_(Draw(-0.2, 0.2) * ramp.view(1, 1, side, 1)).add_(Draw(-0.2, 0.2) * ramp.view(1, 1, 1, side));
        if (random.NextDouble() < 0.3)
        {
            exposed = functional.avg_pool2d(exposed, 3, 1, 1, count_include_pad: false);
        }

        return exposed.add_(randn_like(exposed).mul_(Draw(0, 0.06)));
    }

    private static void Erase(Tensor images, int side, Random random)
    {
        var most = Math.Max(4, side * 5 / 16);
        for (var i = 0; i < images.shape[0] * Erasures; i++)
        {
            if (random.NextDouble() < Erasing)
            {
                var (height, width) = (random.Next(3, most), random.Next(3, most));
                images.select(0, i / Erasures).narrow(1, random.Next(side - height), height).narrow(2, random.Next(side - width), width)
                    .fill_(random.NextSingle());
            }
        }
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
