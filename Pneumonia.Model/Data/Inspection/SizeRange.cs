namespace Pneumonia.Model.Data.Inspection;

/// <summary>Range of a length over many images, in pixels.</summary>
/// <param name="Min">The smallest.</param>
/// <param name="Median">The middle one; of an even number the upper of the two.</param>
/// <param name="Max">The largest.</param>
public sealed record SizeRange(int Min, int Median, int Max)
{
    /// <summary>The range of some lengths; null where there is none.</summary>
    public static SizeRange? Of(IEnumerable<int> lengths)
    {
        int[] sorted = [.. lengths.Order()];
        return sorted.Length == 0 ? null : new(sorted[0], sorted[sorted.Length / 2], sorted[^1]);
    }
}
