using System.Globalization;

namespace Pneumonia.Core.Statistics;

/// <summary>Divides images at the median of a number.</summary>
internal static class Halves
{
    /// <summary>For every value the name of its half; null where there is no value.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="format">How the median is written.</param>
    /// <param name="unit">What follows it; may be empty.</param>
    public static IReadOnlyList<string?> Of(IReadOnlyList<double?> values, string format, string unit)
    {
        double[] known = [.. values.OfType<double>().Order()];
        if (known.Length == 0)
        {
            return new string?[values.Count];
        }

        var median = known[(known.Length - 1) / 2];
        var limit = $"{median.ToString(format, CultureInfo.InvariantCulture)} {unit}".TrimEnd();
        return [.. values.Select(value => value is null ? null : value <= median ? $"up to {limit}" : $"more than {limit}")];
    }
}
