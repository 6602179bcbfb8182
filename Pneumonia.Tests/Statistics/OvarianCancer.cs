using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

/// <summary>The patients with ovarian cancer of DeLong, DeLong and Clarke-Pearson (1988): albumin, total protein, K-G score and
/// whether surgery helped, without those who lack a value.</summary>
internal static class OvarianCancer
{
    private const string Table = """
        3.0 5.8 10 0  3.2 6.3 5 1  3.9 6.8 3 1  2.8 4.8 6 0  3.2 5.8 3 1  0.9 4.0 5 0  2.5 5.7 8 0  1.6 5.6 5 1
        3.8 5.7 5 1   3.7 6.7 6 1  3.2 5.4 4 1  3.8 6.6 6 1  4.1 6.6 5 1  3.6 5.7 5 1  4.3 7.0 4 1  3.6 6.7 4 0
        2.3 4.4 6 1   4.2 7.6 4 0  4.0 6.6 6 0  3.5 5.8 6 1  3.8 6.8 7 1  3.0 4.7 8 0  4.5 7.4 5 1  3.7 7.4 5 1
        3.1 6.6 6 1   4.1 8.2 6 1  4.3 7.0 5 1  4.3 6.5 4 1  3.2 5.1 5 1  2.6 4.7 6 1  3.3 6.8 6 0  1.7 4.0 7 0
        3.7 6.1 5 1   3.3 6.3 7 1  4.2 7.7 6 1  3.5 6.2 5 1  2.9 5.7 9 0  2.1 4.8 7 1  2.8 6.2 8 0  4.0 7.0 7 1
        3.3 5.7 6 1   3.7 6.9 5 1  3.6 6.6 5 1
        """;

    /// <summary>The patients with one of the three tests as score; a low K-G score speaks for surgery.</summary>
    public static ScoredImage[] By(string test) =>
    [
        .. Table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(double.Parse).Chunk(4).Select((row, i) => new ScoredImage(
            $"patient {i}", row[3] == 1, test switch { "albumin" => row[0], "total protein" => row[1], _ => 10 - row[2] })),
    ];
}
