namespace Pneumonia.Model.Checks;

/// <summary>Whether anything can be seen in an image. The limits lie well outside of what 5,216 X-rays of children showed: a mean of
/// 0.25 to 0.76, a range of 0.27 and more, at most a third black and a fortieth white.</summary>
internal static class Exposure
{
    private const double LeastMean = 0.1;
    private const double MostMean = 0.9;
    private const double LeastRange = 0.15;
    private const double MostBlack = 0.75;
    private const double MostWhite = 0.35;
    private const float Black = 0.03f;
    private const float White = 0.97f;

    /// <summary>Whether it is nearly black, white or of one grey.</summary>
    /// <param name="grey">Grey levels from 0 to 1.</param>
    public static bool IsBad(ReadOnlySpan<float> grey)
    {
        var sorted = grey.ToArray();
        Array.Sort(sorted);
        var range = sorted[sorted.Length * 95 / 100] - sorted[sorted.Length * 5 / 100];
        double mean = sorted.Average();
        return mean is < LeastMean or > MostMean || range < LeastRange || Share(sorted, grey => grey < Black) > MostBlack
            || Share(sorted, grey => grey > White) > MostWhite;
    }

    private static double Share(float[] grey, Func<float, bool> counts) => grey.Count(counts) / (double)grey.Length;
}
