using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Fits the calibration several times, each time without some of the patients, so that every image can be judged by one
/// that has not seen its patient (cross-validation: Hastie et al. 2009, section 7.10).</summary>
internal static class CrossFitting
{
    private const int MostFolds = 5;

    /// <summary>How many folds the patients allow; below 2 there is no cross-fitting.</summary>
    public static int FoldsOf(IReadOnlyList<HeldOutImage> images) =>
        Math.Min(MostFolds, PatientCounts.OfRarestClass([.. images.Select(image => image.Image)]));

    /// <summary>For every image the calibration fitted without its patient's fold.</summary>
    /// <param name="images">Images of all classes.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="decision">Which classes are positive.</param>
    /// <param name="risks">What the triage keeps to.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <exception cref="UserException">It cannot be fitted without one of the folds.</exception>
    public static IReadOnlyList<CalibrationFit> Fit(
        IReadOnlyList<HeldOutImage> images, int folds, Decision decision, TriageRisks risks, int seed)
    {
        var fits = new Dictionary<XRay, CalibrationFit>();
        foreach (var fold in PatientSplit.Folds([.. images.Select(image => image.Image)], folds, seed))
        {
            var others = fold.Training.ToHashSet();
            var fit = CalibrationFit.To([.. images.Where(image => others.Contains(image.Image))], decision, risks);
            if (fit.IsFallback)
            {
                throw new UserException("Without a part of the patients nothing could be fitted.");
            }

            foreach (var image in fold.HeldOut)
            {
                fits.Add(image, fit);
            }
        }

        return [.. images.Select(image => fits[image.Image])];
    }
}
