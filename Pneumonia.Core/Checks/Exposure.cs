namespace Pneumonia.Core.Checks;

/// <summary>Whether anything can be seen in an image. The limits lie well outside of what 2,000 X-rays of children showed: a mean of
/// 0.25 to 0.76, a range of 0.27 and more, at most a third black and a fortieth white.</summary>
internal static class Exposure
{
    private const double LeastMean = 0.1;
    private const double MostMean = 0.9;
    private const double LeastRange = 0.15;
    private const double MostBlack = 0.75;
    private const double MostWhite = 0.35;
    private const double Black = 0.03;
    private const double White = 0.97;
    private const double Tail = 0.05;
    private const int Levels = 256;

    /// <summary>Whether it is nearly black, white or of one grey.</summary>
    /// <param name="grey">Grey levels from 0 to 1.</param>
    public static bool IsBad(ReadOnlySpan<float> grey)
    {
        var histogram = new int[Levels];
        foreach (var level in grey)
        {
            histogram[Math.Clamp((int)(level * Levels), 0, Levels - 1)]++;
        }

        double total = grey.Length;
        var mean = histogram.Index().Sum(bin => bin.Item * Middle(bin.Index)) / total;
        var range = Quantile(histogram, (1 - Tail) * total) - Quantile(histogram, Tail * total);
        return mean is < LeastMean or > MostMean || range < LeastRange
            || histogram.Index().Where(bin => Middle(bin.Index) < Black).Sum(bin => bin.Item) > MostBlack * total
            || histogram.Index().Where(bin => Middle(bin.Index) > White).Sum(bin => bin.Item) > MostWhite * total;
    }

    private static double Middle(int bin) => (bin + 0.5) / Levels;

    private static double Quantile(int[] histogram, double rank)
    {
        var bin = 0;
        for (var below = histogram[0]; below < rank && bin < Levels - 1; below += histogram[bin])
        {
            bin++;
        }

        return Middle(bin);
    }
}
