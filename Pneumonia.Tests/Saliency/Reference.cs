using System.Text.Json;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Tests.Saliency;

/// <summary>Values that reference/generate.py made.</summary>
internal static class Reference
{
    public static JsonElement Root { get; } = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Saliency", "reference", "explanations.json"))).RootElement;

    public static float[] Floats(this JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetSingle())];

    /// <summary>Asserts that values are the same but for rounding.</summary>
    public static void Same(float[] expected, EvidenceMap actual, float tolerance = 1e-4f)
    {
        var values = actual.Values;
        Assert.Equal(expected.Length, values.Length);
        var largest = Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, tolerance * largest));
    }
}
