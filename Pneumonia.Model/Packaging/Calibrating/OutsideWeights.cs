using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Model.Studies.Shortcuts;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>How much each held-out image counts so that what lies outside of the lungs tells nothing (see <see cref="OutsideOdds"/>).</summary>
internal static class OutsideWeights
{
    /// <summary>Looks at all images anew, for a training keeps only what its network sees.</summary>
    /// <param name="result">The images, and what finds their lungs.</param>
    /// <param name="positive">Which classes are positive.</param>
    /// <returns>A weight for each image of one population, by its path; adults' beside children's and images without lungs have none. Null where the
    /// network sees whole images, as nobody finds lungs then.</returns>
    /// <exception cref="Core.UserException">A class has too few patients.</exception>
    public static IReadOnlyDictionary<string, double>? Of(TrainingResult result, PositiveGroup positive)
    {
        if (result.Preparation.Preprocessing.Lungs is null)
        {
            return null;
        }

        var decoder = new RadiographDecoder();
        var measured = result.Training.Concat(result.HeldOut).Where(image => image.Facts?.Population != Population.Adults).AsParallel().AsOrdered()
            .Select(image => (Image: image, Features: Features(image, decoder, result.Preparation))).Where(pair => pair.Features is not null).ToList();
        XRay[] images = [.. measured.Select(pair => pair.Image)];
        var weights = OutsideOdds.Weights(
            images, [.. measured.Select(pair => pair.Features!)], [.. images.Select(image => positive.Classes.Contains(image.Class))], result.Options.Seed);
        return images.Zip(weights).ToDictionary(pair => pair.First.Path, pair => pair.Second);
    }

    private static float[]? Features(XRay image, RadiographDecoder decoder, ImagePreparation preparation)
    {
        var radiograph = InvertedLook.Corrected(decoder.Decode(File.ReadAllBytes(image.Path), image.Path));
        var whole = preparation.Whole(radiograph);
        return preparation.Frame(whole).Lungs is { IsPlausible: true } lungs ? OutsideFeatures.Of(whole, preparation.WholeSize.Width, lungs) : null;
    }
}
