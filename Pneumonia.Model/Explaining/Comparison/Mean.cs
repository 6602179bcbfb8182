namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>A mean over images.</summary>
/// <param name="Value">The mean.</param>
/// <param name="StandardError">Its standard error; 0 for fewer than two images.</param>
/// <param name="Count">Images.</param>
public sealed record Mean(double Value, double StandardError, int Count)
{
    /// <summary>The mean of figures; null of none.</summary>
    internal static Mean? Of(IReadOnlyCollection<double> figures)
    {
        if (figures.Count == 0)
        {
            return null;
        }

        var mean = figures.Average();
        var variance = figures.Count < 2 ? 0 : figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1);
        return new Mean(mean, Math.Sqrt(variance / figures.Count), figures.Count);
    }
}
