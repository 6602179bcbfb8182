using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Measures <see cref="ReweightedFigures"/>.</summary>
internal static class Reweighted
{
    /// <summary>Measures; null where the images have no weights.</summary>
    /// <param name="images">The held-out images.</param>
    /// <param name="classified">What is said of each by a calibration and a threshold fitted without its patient.</param>
    /// <param name="decision">How the model decides.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static ReweightedFigures? Of(IReadOnlyList<HeldOutImage> images, IReadOnlyList<ClassifiedImage> classified, Decision decision, int seed)
    {
        if (images.All(image => image.Weight == 1))
        {
            return null;
        }

        var copies = images.Zip(classified).SelectMany(pair => Enumerable.Repeat(pair.Second, CalibrationFit.CopiesOf(pair.First.Weight))).ToList();
        var report = ModelEvaluation.Evaluate(copies, decision, "held-out patients, reweighted", seed);
        Estimate Share(bool positive) => Bootstrapped(images, classified, decision, positive, seed);
        return new ReweightedFigures(report.Auc, Share(true), Share(false), report.Ece, report.LogLoss, Effective(images, decision, true), Effective(images, decision, false));
    }

    // Wilson's interval would take copies for images.
    private static Estimate Bootstrapped(
        IReadOnlyList<HeldOutImage> images, IReadOnlyList<ClassifiedImage> classified, Decision decision, bool positive, int seed)
    {
        int[] own = [.. Enumerable.Range(0, images.Count).Where(i => decision.IsPositive(images[i].Label) == positive)];
        bool[] right = [.. own.Select(i => decision.Score(classified[i].Probabilities) >= (classified[i].Threshold ?? decision.Threshold) == positive)];
        double[] weights = [.. own.Select(i => (double)CalibrationFit.CopiesOf(images[i].Weight))];
        double Share(IEnumerable<double> counted) =>
            counted.Zip(right).Sum(pair => pair.Second ? pair.First : 0) / counted.Sum();
        return PatientBootstrap.Interval(Share(weights), [.. own.Select(i => images[i].Image.Patient)], counts => Share(weights.Zip(counts, (weight, count) => weight * count).ToList()), seed);
    }

    private static double Effective(IReadOnlyList<HeldOutImage> images, Decision decision, bool positive)
    {
        double[] weights = [.. images.Where(image => decision.IsPositive(image.Label) == positive).Select(image => image.Weight)];
        return weights.Length == 0 ? 0 : Math.Pow(weights.Sum(), 2) / weights.Sum(weight => weight * weight);
    }
}
