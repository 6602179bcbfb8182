using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>The held-out images that calibrate and judge a model, with what its network says of them.</summary>
/// <param name="Main">Those of the data set; children's where there are adults beside them.</param>
/// <param name="Adults">Adults' beside children's; none where nobody asks whose an image is.</param>
internal sealed record HeldOutImages(IReadOnlyList<HeldOutImage> Main, IReadOnlyList<HeldOutImage> Adults)
{
    /// <summary>Shows the images to the network under simulated changes, and weighs them, where the options say so.</summary>
    /// <param name="result">What the training came to.</param>
    /// <param name="positive">Which classes are positive.</param>
    /// <param name="progress">Hears of the images scored under simulated changes.</param>
    /// <param name="omissions">Hears what cannot be done.</param>
    public static HeldOutImages Of(TrainingResult result, PositiveGroup positive, IProgress<DataProgress>? progress, Omissions omissions)
    {
        var shifted = result.Options.Packaging.ThresholdsUnderShifts
            ? omissions.Try("thresholds under simulated changes of machine", () => ShiftedLogits.Of(result, progress)) ?? []
            : [];
        var weights = omissions.Try("weights against what lies outside of the lungs", () => OutsideWeights.Of(result, positive));
        HeldOutImage[] images = [.. result.Roles.Judging.Select((index, i) => new HeldOutImage(
            result.HeldOut[index], result.HeldOutLabels[index], result.HeldOutLogits[index])
        {
            Shifted = shifted.Count > 0 ? shifted[i] : [],
            Weight = weights?.GetValueOrDefault(result.HeldOut[index].Path, 1) ?? 1,
        })];
        var apart = images.ToLookup(image => image.Image.Facts?.Population == Population.Adults);
        return apart[false].Any() ? new([.. apart[false]], [.. apart[true]]) : new(images, []);
    }
}
