namespace Pneumonia.Model.Lungs;

/// <summary>How well predictions and masks agree.</summary>
/// <param name="Images">How many.</param>
/// <param name="Mean">Mean Dice coefficient.</param>
/// <param name="Median">Half of the images lie above.</param>
/// <param name="FifthPercentile">Nineteen of twenty lie above.</param>
/// <param name="ShareBelow90">Share of the images below 0.9.</param>
internal sealed record LungFigures(int Images, double Mean, double Median, double FifthPercentile, double ShareBelow90)
{
    private const double Limit = 0.9;

    /// <summary>The figures of images; null where there are none.</summary>
    public static LungFigures? Of(IReadOnlyCollection<double> dices)
    {
        double[] sorted = [.. dices.Order()];
        return sorted.Length == 0 ? null : new LungFigures(
            sorted.Length, sorted.Average(), Percentile(sorted, 0.5), Percentile(sorted, 0.05), sorted.Count(dice => dice < Limit) / (double)sorted.Length);
    }

    // Linear between neighbours.
    private static double Percentile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, above) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
