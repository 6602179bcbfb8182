using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Packaging;

/// <summary>Fits how a model that learned from children and adults tells them apart, and how it judges adults.</summary>
internal static class AdultFit
{
    private const int MostChildren = 800;
    private const int MostAdults = 800;
    private const int MostPhantoms = 100;
    private const int MostJudged = 400;

    /// <summary>Fits on the training images and on the held-out adults.</summary>
    /// <param name="result">What the training came to.</param>
    /// <param name="heldOut">The held-out adults.</param>
    /// <param name="positive">Which classes are positive.</param>
    /// <param name="omissions">Hears what cannot be fitted.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The fit, bound to no weights yet; null where there are no adults beside children.</returns>
    public static AdultJudgement? Fit(
        TrainingResult result, IReadOnlyList<HeldOutImage> heldOut, PositiveGroup positive, Omissions omissions, CancellationToken cancellation)
    {
        if (heldOut.Count == 0)
        {
            return null;
        }

        var own = new Omissions();
        var (calibration, evaluation) = HeldOutCalibration.Fit(result, heldOut, positive, own);
        omissions.Add(own, "adults");
        result.Network.eval();
        var probe = Probe(result, cancellation);
        XRay[] adults = [.. result.Training.Where(IsAdult)];
        return new AdultJudgement
        {
            Probe = probe,
            ProbeFigures = new PopulationFigures(Right(result, probe, Population.Children, cancellation), Right(result, probe, Population.Adults, cancellation)),
            Learned = new PatientGroupSize(adults.Length, adults.Select(image => image.Patient).Distinct().Count()),
            Data = result.Options.Data.Adults?.Description,
            Calibration = calibration,
            Evaluation = evaluation,
        };
    }

    // As often the one as the other, so that neither is the likelier one. Phantoms are drawn as children are.
    private static LinearHead Probe(TrainingResult result, CancellationToken cancellation)
    {
        var children = Features(
            result, [.. Draw(result.Training, Population.Children, MostChildren, result.Options.Seed), .. result.Options.Data.AdditionalImages.Take(MostPhantoms)], cancellation);
        var adults = Features(result, Draw(result.Training, Population.Adults, MostAdults, result.Options.Seed), cancellation);
        var times = Math.Max(1, (int)Math.Round((double)children.Length / adults.Length));
        float[][] all = [.. children, .. Enumerable.Repeat(adults, times).SelectMany(own => own)];
        return HeadFit.Fit(
            all, [.. all.Select((_, i) => (int)(i < children.Length ? Population.Children : Population.Adults))], Enum.GetNames<Population>(), cancellation);
    }

    private static Estimate Right(TrainingResult result, LinearHead probe, Population population, CancellationToken cancellation)
    {
        var images = Draw(result.HeldOut, population, MostJudged, result.Options.Seed);
        var right = Features(result, images, cancellation).Count(features => probe.Probabilities(features)[(int)population] > 0.5);
        return Wilson.Interval(right, images.Length);
    }

    private static XRay[] Draw(IReadOnlyList<XRay> images, Population population, int most, int seed)
    {
        XRay[] drawn = [.. images.Where(image => image.Facts?.Population == population)];
        new Random(seed).Shuffle(drawn);
        return drawn[..Math.Min(most, drawn.Length)];
    }

    private static float[][] Features(TrainingResult result, XRay[] images, CancellationToken cancellation)
    {
        var decoder = new RadiographDecoder();
        var reader = new EvidenceReader(pixels => FeatureTaps.Read(result.Network, pixels, result.Preparation.Preprocessing), result.Preparation);
        return [.. reader.Read(images.Select(image => InvertedLook.Corrected(decoder.DecodeFile(image.Path))), null, cancellation)
            .Select(evidence => evidence.Depths.SelectMany(depth => depth).ToArray())];
    }

    private static bool IsAdult(XRay image) => image.Facts?.Population == Population.Adults;
}
