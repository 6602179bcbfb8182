using Pneumonia.Core.Package;
using Pneumonia.Tests.Serving;

namespace Pneumonia.Tests.Models;

/// <summary>Other models made from one: the same but for a bit of the weights and the name.</summary>
internal static class ModelVariants
{
    /// <summary>Writes a variant; each <paramref name="number"/> gives another.</summary>
    public static ModelInformation Write(string source, string target, byte number, string name = "variant")
    {
        var (information, weights, onnx) = ModelZip.Read(source);
        var changed = weights.ToArray();

        // The lowest bits of the last float.
        changed[^4] ^= number;
        return ModelZip.Write(
            target,
            information with
            {
                Manifest = information.Manifest with { Name = name },
                Calibration = information.Calibration with { WeightsSha256 = string.Empty },
            },
            changed, onnx);
    }

    /// <summary>Writes the same weights with other thresholds.</summary>
    public static ModelInformation Recalibrate(string source, string target)
    {
        var (information, weights, _) = ModelZip.Read(source);
        var points = information.Calibration.OperatingPoints.Select(point => point with { Threshold = point.Threshold / 2 }).ToArray();
        return Rewritten.Write(
            target, information with { Calibration = information.Calibration with { Temperature = 2, OperatingPoints = points } }, weights);
    }
}
