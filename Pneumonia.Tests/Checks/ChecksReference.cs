using System.Text.Json;
using Pneumonia.Core.Files;

namespace Pneumonia.Tests.Checks;

/// <summary>What reference/generate.py computed with numpy and scipy.</summary>
internal sealed record ChecksReference(
    float[][] Features, string[] Groups, int Components, float[][] Queries, double[] Distances, double Noise,
    float[][] Examples, int[] Labels, double[][] Probabilities)
{
    public static ChecksReference Load() => JsonSerializer.Deserialize<ChecksReference>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Checks", "reference", "reference.json")), ModelJson.Options)!;
}
