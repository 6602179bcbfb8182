namespace Pneumonia.Core.Imaging;

/// <summary>The neighbours that make one output sample, along one side of an image.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Weights">One for each; together 1.</param>
internal readonly record struct ResizeWeights(int First, float[] Weights)
{
    /// <summary>The neighbours of every output sample.</summary>
    /// <param name="from">Samples of the input.</param>
    /// <param name="to">Samples wanted.</param>
    /// <param name="interpolation">How they are weighed.</param>
    public static ResizeWeights[] Of(int from, int to, Interpolation interpolation)
    {
        var scale = (double)from / to;
        var all = new ResizeWeights[to];
        for (var i = 0; i < to; i++)
        {
            all[i] = interpolation switch
            {
                Interpolation.Area => Area(i * scale, (i + 1) * scale, from),
                Interpolation.Bilinear => Triangle((i + 0.5) * scale, 1, from),
                _ => Triangle((i + 0.5) * scale, Math.Max(scale, 1), from),
            };
        }

        return all;
    }

    // As wide as two output samples, so that reducing an image averages all of it (Pillow's BILINEAR, torch's antialias). Of width 1
    // it is plain bilinear interpolation with half-pixel centres.
    private static ResizeWeights Triangle(double centre, double support, int from)
    {
        var first = Math.Max(0, (int)(centre - support + 0.5));
        var last = Math.Min(from, (int)(centre + support + 0.5));
        return Normalised(first, last, j => Math.Max(0, 1 - Math.Abs((j + 0.5 - centre) / support)));
    }

    // Each input sample by how much of it lies between the ends of the output sample.
    private static ResizeWeights Area(double start, double end, int from)
    {
        var first = Math.Min((int)start, from - 1);
        var last = Math.Min(from, (int)Math.Ceiling(end));
        return Normalised(first, last, j => Math.Min(j + 1, end) - Math.Max(j, start));
    }

    private static ResizeWeights Normalised(int first, int last, Func<int, double> weightOf)
    {
        var weights = new double[Math.Max(last - first, 1)];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = weightOf(first + i);
        }

        var sum = weights.Sum();
        return new ResizeWeights(first, Array.ConvertAll(weights, weight => (float)(weight / sum)));
    }
}
