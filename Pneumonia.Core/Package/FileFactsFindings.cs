using System.Globalization;
using System.Text.Json.Serialization;

namespace Pneumonia.Core.Package;

/// <summary>How well the files alone tell their class, without a look at a pixel: by format, bits, mode, compression and size.</summary>
/// <param name="Class">The class that is told best from the others.</param>
/// <param name="Auc">AUC of a linear probe of all facts, cross-validated by patient; 0.5 is chance.</param>
/// <param name="ChanceAuc">The AUC that as few patients reach by chance in one of two hundred data sets.</param>
/// <param name="Facts">The facts that tell most, the best first.</param>
public sealed record FileFactsFindings(string Class, double Auc, double ChanceAuc, IReadOnlyList<TellingFact> Facts)
{
    /// <summary>Name of the fact that is of the picture, too.</summary>
    public const string BytesPerPixel = "bytes per pixel";

    /// <summary>AUC above which the files tell the class.</summary>
    public const double Limit = 0.7;

    // The standard normal distribution exceeds it once in 740 times; the facts apart make it more often.
    private const double Quantile = 3;

    /// <summary>Whether the files tell the class, and not by chance.</summary>
    public bool TellsClass => Auc > Limit && Auc > ChanceAuc;

    /// <summary>The warning; null where the files do not tell the class.</summary>
    [JsonIgnore]
    public string? Warning => TellsClass
        ? $"The files tell the class without a look at a pixel: a probe of file facts alone tells {Class} with an AUC of {Text(Auc)} (cross-validated by patient; "
            + $"0.5 is chance). What tells: {string.Join(", ", Facts.Select(fact => $"{fact.Name} ({Text(fact.Auc)})"))}. A model may learn this instead of "
            + "the disease, and its figures on such images say little: take all classes from one source, or store them in one way."
            + (Facts is [{ Name: BytesPerPixel }] ? " Where all files are compressed alike, bytes per pixel are the detail that a picture shows: sharpness, noise, and disease, too." : "")
        : null;

    /// <summary>What was found, a sentence, warning or not.</summary>
    [JsonIgnore]
    public string Sentence => Warning ?? (Auc > Limit
        ? $"A probe of file facts alone tells {Class} with an AUC of {Text(Auc)}, but so few patients reach {Text(Math.Min(1, ChanceAuc))} by chance: nothing can be said."
        : $"A probe of file facts alone tells {Class} with an AUC of {Text(Auc)} (0.5 is chance, above {Text(Limit)} is warned of).");

    /// <summary>The AUC that is reached by chance: three standard deviations of the Mann-Whitney statistic where scores mean nothing.</summary>
    /// <param name="positive">Patients of the class.</param>
    /// <param name="negative">Other patients.</param>
    public static double ByChance(int positive, int negative) =>
        0.5 + Quantile * Math.Sqrt((positive + negative + 1) / (12.0 * positive * negative));

    private static string Text(double auc) => auc.ToString("0.00", CultureInfo.InvariantCulture);
}
