using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>A table of what scores have meant, over ranges of the score.</summary>
public static class ScoreMeanings
{
    // Narrow at the ends, where most scores lie and where a small step is the difference between few and very few.
    private static readonly double[] s_edges = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];

    /// <summary>Counts held-out images.</summary>
    /// <param name="images">Images with the scores of a calibration that was fitted without their patients.</param>
    /// <returns>The ranges, rising, from 0 to 1 without a gap.</returns>
    public static IReadOnlyList<ScoreMeaning> Of(IReadOnlyList<ScoredImage> images) =>
    [
        .. s_edges.Zip(s_edges.Skip(1), (from, to) =>
        {
            var range = new ScoreMeaning(from, to, 0, 0, 0, null);
            return ScoreMeaning.Of(from, to, [.. images.Where(image => range.Holds(image.Score))]);
        }),
    ];

    /// <summary>The meaning of a score; null where the table is empty, as in older zips.</summary>
    /// <param name="table">What <see cref="Of"/> gave.</param>
    /// <param name="score">Calibrated probability of the positive classes together, at the model's own prevalence.</param>
    public static ScoreMeaning? Find(IReadOnlyList<ScoreMeaning> table, double score) => table.FirstOrDefault(range => range.Holds(score));

    /// <summary>Whether a table is empty or covers all scores in order.</summary>
    internal static bool MakeSense(IReadOnlyList<ScoreMeaning?> table) => table.Count == 0
        || (table.All(range => range is { MakesSense: true }) && table[0]!.From == 0 && table[^1]!.To == 1
            && table.Zip(table.Skip(1)).All(pair => pair.First!.To == pair.Second!.From));
}
