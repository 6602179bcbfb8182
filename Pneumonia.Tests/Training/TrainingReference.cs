using System.Text.Json;
using Pneumonia.Core.Files;

namespace Pneumonia.Tests.Training;

/// <summary>What reference/generate.py wrote.</summary>
internal sealed record TrainingReference(
    float[] Logits, int[] Labels, float[] Weight, double Smoothing, int[] Partners, double Share, float HardLoss, float MixedLoss,
    bool[] Known, float MaskedLoss, float[] Image, int ImageHeight, int ImageWidth, double Sigma, float[] Blurred)
{
    public static TrainingReference Load() => JsonSerializer.Deserialize<TrainingReference>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Training", "reference", "reference.json")), ModelJson.Options)!;
}
