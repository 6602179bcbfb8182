using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>What a trained network says of the held-out images that judge it under the simulated changes of machine.</summary>
internal static class ShiftedLogits
{
    /// <summary>Logits under every shift but none: for every judging image, in the order of <see cref="HoldOutRoles.Judging"/>, the shifts'
    /// in the order of <see cref="ImageShifts.All"/>.</summary>
    /// <param name="result">The network and the images.</param>
    /// <param name="report">Hears how many images are done.</param>
    public static IReadOnlyList<float[][]> Of(TrainingResult result, IProgress<DataProgress>? report = null)
    {
        var preprocessing = result.Options.Network.Preprocessing;
        var shifts = ImageShifts.All(result.Options.Seed).Skip(1).ToArray();
        var decoder = new RadiographDecoder();
        var judging = result.Roles.Judging;
        var logits = new float[judging.Count][][];
        using var gradients = no_grad();
        result.Network.eval();
        for (var i = 0; i < logits.Length; i++)
        {
            using var scope = NewDisposeScope();
            var path = result.HeldOut[judging[i]].Path;
            var radiograph = InvertedLook.Corrected(decoder.Decode(File.ReadAllBytes(path), path));
            var pixels = shifts.AsParallel().AsOrdered().Select(shift => result.Preparation.Apply(shift.Apply(radiograph))).SelectMany(each => each).ToArray();
            var batch = tensor(pixels, [shifts.Length, 1, preprocessing.Height, preprocessing.Width]);
            var values = result.Network.Decide(batch, result.Options.Packaging.TestTimeFlip).to(ScalarType.Float32);
            logits[i] = [.. Enumerable.Range(0, shifts.Length).Select(shift => values.select(0, shift).ToArray<float>())];
            report?.Report(new DataProgress(i + 1, logits.Length));
        }

        return logits;
    }
}
