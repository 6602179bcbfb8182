using System.Globalization;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Data.Inspection;

/// <summary>Finds files that are unlike the rest: in size, shape, colour, grey levels or kind; and files that are not whole.</summary>
internal static class OddFiles
{
    // With fewer there is no rest to be unlike.
    private const int LeastFiles = 10;
    private const string EndMissing = "its end mark is missing, though all pixels are there";
    private const double RareShare = 0.02;
    private const double LeastChroma = 0.05;
    private const double LeastEntropyGap = 1.5;
    private const double Deviations = 6;
    private const double SizeFactor = 3;
    private const double ShapeFactor = 1.6;

    /// <summary>Lists them, those with most reasons first.</summary>
    /// <param name="files">The readable files.</param>
    /// <param name="nameOf">Names a file.</param>
    public static IReadOnlyList<OddFile> Find(IReadOnlyList<InspectedFile> files, Func<InspectedFile, string> nameOf)
    {
        if (files.Count < LeastFiles)
        {
            return [.. files.Where(file => file.IsEndMissing).Select(file => new OddFile(nameOf(file), [EndMissing]))];
        }

        var (side, shape, entropy) = (Median(files, SideOf), Median(files, ShapeOf), Median(files, file => file.Entropy));
        var spread = Math.Max(LeastEntropyGap, Deviations * 1.4826 * Median(files, file => Math.Abs(file.Entropy - entropy)));
        var isGreySet = files.Count(file => file.Chroma >= LeastChroma) <= RareShare * files.Count;
        var formats = files.CountBy(file => file.Format).ToDictionary();
        var depths = files.CountBy(file => file.BitDepth).ToDictionary();
        return
        [
            .. files.Select(file => new OddFile(nameOf(file), [.. Reasons(file)])).Where(file => file.Reasons.Count > 0)
                .OrderByDescending(file => file.Reasons.Count).ThenBy(file => file.File, StringComparer.Ordinal),
        ];

        IEnumerable<string> Reasons(InspectedFile file)
        {
            if (file.IsEndMissing)
            {
                yield return EndMissing;
            }

            if (SideOf(file) < side / SizeFactor || SideOf(file) > side * SizeFactor)
            {
                yield return $"{file.Width}x{file.Height} pixels, the others about {Text(side)} a side";
            }

            if (ShapeOf(file) < shape / ShapeFactor || ShapeOf(file) > shape * ShapeFactor)
            {
                yield return $"{file.Width}x{file.Height} pixels, of another shape than the others";
            }

            if (isGreySet && file.Chroma >= LeastChroma)
            {
                yield return "in colour, the others grey";
            }

            if (Math.Abs(file.Entropy - entropy) > spread)
            {
                yield return file.Entropy < entropy
                    ? $"few grey levels, as of a mask or a drawing ({Text(file.Entropy)} bits, the others about {Text(entropy)})"
                    : $"more grey levels than the others ({Text(file.Entropy)} bits, the others about {Text(entropy)})";
            }

            if (formats[file.Format] <= RareShare * files.Count)
            {
                yield return $"{Name(file.Format)}, {Few(formats[file.Format])} among {files.Count}";
            }

            if (depths[file.BitDepth] <= RareShare * files.Count)
            {
                yield return $"{file.BitDepth} bits, {Few(depths[file.BitDepth])} among {files.Count}";
            }
        }
    }

    private static string Few(int count) => count == 1 ? "the only one" : $"one of {count}";

    private static string Name(RadiographFormat format) => format == RadiographFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();

    private static double SideOf(InspectedFile file) => Math.Sqrt((double)file.Width * file.Height);

    private static double ShapeOf(InspectedFile file) => (double)file.Width / file.Height;

    private static double Median(IReadOnlyList<InspectedFile> files, Func<InspectedFile, double> of) => files.Select(of).Order().ElementAt(files.Count / 2);

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
