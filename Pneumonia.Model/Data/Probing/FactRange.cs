using System.Globalization;

namespace Pneumonia.Model.Data.Probing;

/// <summary>The range of a number over files.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Median">The middle one; of an even number the upper of the two.</param>
/// <param name="Max">The largest.</param>
public sealed record FactRange(double Min, double Median, double Max)
{
    /// <summary>The range of one number or more.</summary>
    public static FactRange Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(sorted[0], sorted[sorted.Length / 2], sorted[^1]);
    }

    /// <summary>As text: one number, or least, middle and most.</summary>
    internal string Shown(string format)
    {
        string[] parts = [.. new[] { Min, Median, Max }.Select(value => value.ToString(format, CultureInfo.InvariantCulture))];
        return parts[0] == parts[2] ? $"all {parts[0]}" : $"{parts[0]} - {parts[1]} - {parts[2]}";
    }
}
