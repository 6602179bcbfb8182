using Pneumonia.Core.Recipes.Augmentation;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Draws random affine maps.</summary>
internal static class AffineDraw
{
    /// <summary>Draws the two rows of the matrix that takes places of the output to places of the input, both in the
    /// coordinates of <c>affine_grid</c>: -1 to 1 across the image.</summary>
    public static void Draw(AugmentationOptions options, Random random, Span<float> theta)
    {
        var angle = Symmetric(random, options.Rotation) * Math.PI / 180;
        var shear = Math.Tan(Symmetric(random, options.Shear) * Math.PI / 180);
        var scale = Factor(random, options.Scale);
        var aspect = Math.Sqrt(Factor(random, options.Aspect));
        var flip = random.NextDouble() < options.HorizontalFlip ? -1 : 1;
        var (x, y) = (2 * Symmetric(random, options.Translation), 2 * Symmetric(random, options.Translation));
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (across, down) = (flip / (scale * aspect), aspect / scale);

        theta[0] = (float)(cos * across);
        theta[1] = (float)((cos * shear - sin) * down);
        theta[2] = (float)x;
        theta[3] = (float)(sin * across);
        theta[4] = (float)((sin * shear + cos) * down);
        theta[5] = (float)y;
    }

    /// <summary>Uniform between <paramref name="range"/> below and above zero.</summary>
    public static double Symmetric(Random random, double range) => (2 * random.NextDouble() - 1) * range;

    /// <summary>Log-uniform between 1 / (1 + range) and 1 + range.</summary>
    public static double Factor(Random random, double range) => Math.Exp(Symmetric(random, Math.Log(1 + range)));
}
