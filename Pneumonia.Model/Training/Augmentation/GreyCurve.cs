namespace Pneumonia.Model.Training.Augmentation;

/// <summary>A random exposure: gamma, contrast and brightness in one table from byte to grey level.</summary>
internal static class GreyCurve
{
    /// <summary>Draws the table: 256 grey levels from 0 to 1.</summary>
    public static void Draw(AugmentationOptions options, Random random, Span<float> table)
    {
        var gamma = AffineDraw.Factor(random, options.Gamma);
        var contrast = AffineDraw.Factor(random, options.Contrast);
        var brightness = AffineDraw.Symmetric(random, options.Brightness);
        for (var level = 0; level < table.Length; level++)
        {
            var grey = (Math.Pow(level / 255.0, gamma) - 0.5) * contrast + 0.5 + brightness;
            table[level] = (float)Math.Clamp(grey, 0, 1);
        }
    }
}
