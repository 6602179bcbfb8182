using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Images;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Tests.Packaging;

/// <summary>A training's result without a network: three quarters of the images are pneumonia, and the logits are those of a network
/// that was trained as if it were half.</summary>
internal static class MadeResult
{
    public static TrainingResult Create(int patients = 400, Func<IReadOnlyList<XRay>, HoldOutRoles>? roles = null)
    {
        var random = new Random(5);
        var images = new List<XRay>();
        var logits = new List<float[]>();
        for (var patient = 0; patient < patients; patient++)
        {
            var positive = patient % 4 != 0;
            var name = positive ? $"person{patient}" : $"IM-{patient:0000}";
            for (var i = 0; i < 2; i++)
            {
                // The log-odds of two normal distributions of variance 1, four apart, times 3, as overfitting sharpens them.
                var value = (positive ? 2 : -2) + Normal(random);
                logits.Add([0, (float)(3 * 4 * value)]);
                images.Add(new XRay(
                    $"{name}_{i}.jpeg", positive ? "PNEUMONIA" : "NORMAL", "train", name,
                    !positive ? null : patient % 2 == 0 ? "virus" : "bacteria", positive ? "person" : "IM"));
            }
        }

        return new TrainingResult(
            null!, new ImageClassificationOptions { Packaging = new() { ThresholdsUnderShifts = false } }, ["NORMAL", "PNEUMONIA"], new TrainingState(), new string('0', 64), images,
            [.. logits], [.. images.Select(image => image.Class == "NORMAL" ? 0 : 1)], [],
            (roles ?? (heldOut => HoldOutRoles.Of(heldOut, choosesEpoch: true, seed: 1)))(images), null);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
