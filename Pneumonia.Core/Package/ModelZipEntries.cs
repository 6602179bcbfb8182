namespace Pneumonia.Core.Package;

/// <summary>The entries of a model zip that are this program's own, in the order they are written; ML.NET's follow.</summary>
internal static class ModelZipEntries
{
    public const string Manifest = "manifest.json";
    public const string Weights = "weights.safetensors";
    public const string Calibration = "calibration.json";
    public const string Evaluation = "evaluation.json";
    public const string ModelCard = "model-card.md";

    public const string Checks = "checks.json";
    public const string Adults = "adults.json";

    /// <summary>Every entry that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = [Manifest, Weights, Calibration, Evaluation, ModelCard];

    /// <summary>Every entry of our own that may be there.</summary>
    public static IReadOnlyList<string> Own { get; } = [.. Required, Checks, Adults];

    /// <summary>Most entries, ML.NET's included.</summary>
    public const int Most = 64;

    /// <summary>Whether an entry may be there.</summary>
    public static bool IsKnown(string entry) => Own.Contains(entry) || ChainEntries.Contain(entry);

    /// <summary>Whether an entry holds floats: such hardly shrink, and are stored as they are.</summary>
    public static bool IsWeights(string entry) => entry == Weights || ChainEntries.IsOnnx(entry);

    /// <summary>Most bytes of an entry when unpacked: 1 GiB of weights, 16 MiB of anything else.</summary>
    public static long MostBytes(string entry) => IsWeights(entry) ? 1L << 30 : 16L << 20;
}
