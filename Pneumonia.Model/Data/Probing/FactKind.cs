using System.Globalization;
using Pneumonia.Core.Package;

namespace Pneumonia.Model.Data.Probing;

/// <summary>A fact of files as numbers for a probe: one for each of its values, or for each part of its range.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Columns">Of all files, column by column.</param>
internal sealed record FactKind(string Name, IReadOnlyList<float[]> Columns)
{
    // Beyond these a value is as good as a file's name.
    private const int MostValues = 24;
    private const int Parts = 8;

    /// <summary>The facts that differ among files.</summary>
    public static IReadOnlyList<FactKind> Of(IReadOnlyList<FileFacts> files)
    {
        FactKind[] all =
        [
            Values("format", files, file => file.Format.ToString()),
            Values("bits", files, file => Text(file.Bits)),
            Values("bits in use", files, file => Text(file.BitsInUse)),
            Values("mode", files, file => file.Mode),
            Values("compression", files, file => file.Compression),
            new("size",
            [
                .. Range(files, file => Math.Log((double)file.Width * file.Height)), .. Range(files, file => Math.Log((double)file.Width / file.Height)),
                .. Range(files, file => file.Width), .. Range(files, file => file.Height),
            ]),
            new(FileFactsFindings.BytesPerPixel, [.. Range(files, file => Math.Log(file.BytesPerPixel + 1e-6))]),
        ];
        return [.. all.Where(kind => kind.Columns.Count > 0)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static FactKind Values(string name, IReadOnlyList<FileFacts> files, Func<FileFacts, string> of)
    {
        string[] values = [.. files.Select(of)];
        var known = values.CountBy(value => value).Where(pair => pair.Value < values.Length)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostValues);
        return new(name, [.. known.Select(pair => Array.ConvertAll(values, value => value == pair.Key ? 1f : 0f))]);
    }

    // The value itself, and whether it lies above each of seven quantiles: classes may lie on both sides of others.
    private static IEnumerable<float[]> Range(IReadOnlyList<FileFacts> files, Func<FileFacts, double> of)
    {
        double[] values = [.. files.Select(of)];
        double[] sorted = [.. values.Order()];
        if (sorted[0].Equals(sorted[^1]))
        {
            return [];
        }

        var limits = Enumerable.Range(1, Parts - 1).Select(part => sorted[part * (sorted.Length - 1) / Parts]).Where(limit => limit < sorted[^1]).Distinct();
        return [Array.ConvertAll(values, value => (float)value), .. limits.Select(limit => Array.ConvertAll(values, value => value > limit ? 1f : 0f))];
    }
}
