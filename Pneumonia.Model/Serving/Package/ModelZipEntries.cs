namespace Pneumonia.Model.Serving.Package;

/// <summary>The entries of a model zip, in the order they are written.</summary>
internal static class ModelZipEntries
{
    public const string Manifest = "manifest.json";
    public const string Weights = "weights.safetensors";
    public const string Calibration = "calibration.json";
    public const string Evaluation = "evaluation.json";
    public const string ModelCard = "model-card.md";

    public const string Checks = "checks.json";

    /// <summary>Every entry that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = [Manifest, Weights, Calibration, Evaluation, ModelCard];

    /// <summary>Every entry that may be there.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Required, Checks];

    /// <summary>Most bytes of an entry when unpacked: 1 GiB of weights, 16 MiB of anything else.</summary>
    public static long MostBytes(string entry) => entry == Weights ? 1L << 30 : 16L << 20;
}
