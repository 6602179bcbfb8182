using System.Globalization;

namespace Pneumonia.Model.Data.Probing;

/// <summary>The facts of the readable files of one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Images">Its readable files.</param>
/// <param name="Formats">Files by format.</param>
/// <param name="Bits">Files by bits per sample.</param>
/// <param name="BitsInUse">Files by bits in use.</param>
/// <param name="Modes">Files by mode.</param>
/// <param name="Compressions">Files by compression.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="BytesPerPixel">Bytes for each pixel.</param>
/// <param name="WithBars">Files whose bars were cut off.</param>
public sealed record ClassFacts(
    string Class,
    int Images,
    IReadOnlyDictionary<string, int> Formats,
    IReadOnlyDictionary<string, int> Bits,
    IReadOnlyDictionary<string, int> BitsInUse,
    IReadOnlyDictionary<string, int> Modes,
    IReadOnlyDictionary<string, int> Compressions,
    FactRange Width,
    FactRange Height,
    FactRange BytesPerPixel,
    int WithBars)
{
    private const int MostShown = 3;

    /// <summary>Counts the files of a class.</summary>
    public static ClassFacts Of(string name, IReadOnlyList<FileFacts> files) => new(
        name, files.Count, Count(files, file => file.Format.ToString()), Count(files, file => Text(file.Bits)), Count(files, file => Text(file.BitsInUse)),
        Count(files, file => file.Mode), Count(files, file => file.Compression), FactRange.Of(files.Select(file => (double)file.Width)),
        FactRange.Of(files.Select(file => (double)file.Height)), FactRange.Of(files.Select(file => file.BytesPerPixel)), files.Count(file => file.HasBars));

    /// <summary>Names of facts and what they are here, for a table.</summary>
    internal IReadOnlyList<(string Name, string Value)> Rows =>
    [
        ("format", Shown(Formats)), ("bits", Shown(Bits)), ("bits in use", Shown(BitsInUse)), ("mode", Shown(Modes)), ("compression", Shown(Compressions)),
        ("width", Width.Shown("0")), ("height", Height.Shown("0")), ("bytes per pixel", BytesPerPixel.Shown("0.00")), ("with bars, cut off", Text(WithBars)),
    ];

    private string Shown(IReadOnlyDictionary<string, int> counts)
    {
        var shown = counts.Take(MostShown).Select(pair => pair.Value == Images ? $"all {pair.Key}" : $"{Text(pair.Value)} {pair.Key}");
        return string.Join("; ", shown) + (counts.Count > MostShown ? $"; {Text(counts.Count - MostShown)} more kinds" : "");
    }

    // The most frequent first.
    private static Dictionary<string, int> Count(IReadOnlyList<FileFacts> files, Func<FileFacts, string> of) => files.CountBy(of)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
