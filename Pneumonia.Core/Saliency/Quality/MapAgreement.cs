namespace Pneumonia.Core.Saliency.Quality;

/// <summary>How much two maps of the same size are alike.</summary>
internal static class MapAgreement
{
    // Wang et al. 2004, equation 13, with a range of 1; windows of 7 x 7 with even weights, as in scikit-image.
    private const int Window = 7;
    private const double C1 = 0.01 * 0.01;
    private const double C2 = 0.03 * 0.03;

    /// <summary>Pearson's correlation, -1 to 1; 0 where a map is the same everywhere.</summary>
    public static double Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (meanA, meanB) = (Mean(a), Mean(b));
        double both = 0, ownA = 0, ownB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            both += x * y;
            ownA += x * x;
            ownB += y * y;
        }

        return ownA > 0 && ownB > 0 ? both / Math.Sqrt(ownA * ownB) : 0;
    }

    /// <summary>Mean structural similarity (Wang et al. 2004, equations 13 and 17) of maps from 0 to 1, at least 7 pixels a side:
    /// 1 for the same map.</summary>
    public static double StructuralSimilarity(PixelMap a, PixelMap b)
    {
        double sum = 0;
        var (columns, rows) = (a.Width - Window + 1, a.Height - Window + 1);
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                sum += SimilarityAt(a, b, x, y);
            }
        }

        return sum / ((double)columns * rows);
    }

    private static double SimilarityAt(PixelMap a, PixelMap b, int left, int top)
    {
        const int count = Window * Window;
        double sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        for (var y = top; y < top + Window; y++)
        {
            for (var at = y * a.Width + left; at < y * a.Width + left + Window; at++)
            {
                double p = a.Values[at], q = b.Values[at];
                sumA += p;
                sumB += q;
                squareA += p * p;
                squareB += q * q;
                product += p * q;
            }
        }

        var (meanA, meanB) = (sumA / count, sumB / count);
        var varianceA = (squareA - sumA * meanA) / (count - 1);
        var varianceB = (squareB - sumB * meanB) / (count - 1);
        var covariance = (product - sumA * meanB) / (count - 1);
        return (2 * meanA * meanB + C1) * (2 * covariance + C2)
            / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    private static double Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
