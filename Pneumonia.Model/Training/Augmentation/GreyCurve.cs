using Pneumonia.Core.Recipes.Augmentation;

namespace Pneumonia.Model.Training.Augmentation;

/// <summary>A random exposure: equalisation, gamma, contrast and brightness in one table from byte to grey level.</summary>
internal static class GreyCurve
{
    /// <summary>Draws the table: 256 grey levels from 0 to 1.</summary>
    /// <param name="options">Ranges.</param>
    /// <param name="random">Draws.</param>
    /// <param name="pixels">The image, whose histogram the equalisation follows.</param>
    /// <param name="table">Receives the levels.</param>
    public static void Draw(AugmentationOptions options, Random random, ReadOnlySpan<byte> pixels, Span<float> table)
    {
        var gamma = AffineDraw.Factor(random, options.Gamma);
        var contrast = AffineDraw.Factor(random, options.Contrast);
        var brightness = AffineDraw.Symmetric(random, options.Brightness);
        for (var level = 0; level < table.Length; level++)
        {
            table[level] = level / 255f;
        }

        if (options.Equalisation > 0 && random.NextDouble() < options.Equalisation)
        {
            Equalise(pixels, random.NextDouble(), table);
        }

        foreach (ref var grey in table)
        {
            grey = (float)Math.Clamp((Math.Pow(grey, gamma) - 0.5) * contrast + 0.5 + brightness, 0, 1);
        }
    }

    /// <summary>Moves the levels by a share of the way to those of the equalised histogram (Gonzalez and Woods, "Digital Image
    /// Processing", section 3.3): the darkest level that occurs becomes 0, the lightest 1.</summary>
    internal static void Equalise(ReadOnlySpan<byte> pixels, double share, Span<float> table)
    {
        Span<int> histogram = stackalloc int[256];
        foreach (var pixel in pixels)
        {
            histogram[pixel]++;
        }

        var darkest = pixels.Length;
        foreach (var count in histogram)
        {
            if (count > 0)
            {
                darkest = count;
                break;
            }
        }

        if (darkest == pixels.Length)
        {
            return;
        }

        var sum = 0;
        for (var level = 0; level < table.Length; level++)
        {
            sum += histogram[level];
            var equalised = Math.Max(0, sum - darkest) / (double)(pixels.Length - darkest);
            table[level] += (float)(share * (equalised - table[level]));
        }
    }
}
