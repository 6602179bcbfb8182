using Pneumonia.Core.Data;
using Pneumonia.Model.Data.Probing;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>How much each image has to count so that what lies outside of the lungs tells nothing of the class, as if every machine had X-rayed
/// all: its class's share, divided by its class's probability as the outside tells it (inverse probability weighting, Rosenbaum and Rubin 1983;
/// against shortcuts: Makar et al. 2022, "Causally motivated shortcut removal using auxiliary labels").</summary>
internal static class OutsideOdds
{
    /// <summary>Most that an image counts, against the mean; the least is its inverse.</summary>
    public const double Most = 20;

    private const int Folds = 5;

    /// <summary>Weights, about 1 in the mean. The outside's probe is fitted without the patient concerned.</summary>
    /// <param name="images">Images of two classes, those trained on among them.</param>
    /// <param name="features"><see cref="OutsideFeatures"/> of each.</param>
    /// <param name="positive">Which are positive.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <exception cref="Core.UserException">A class has fewer patients than there are folds.</exception>
    public static double[] Weights(IReadOnlyList<XRay> images, IReadOnlyList<float[]> features, IReadOnlyList<bool> positive, int seed)
    {
        var told = images.Where((_, i) => positive[i]).Select(image => image.Class).ToHashSet();
        XRay[] two = [.. images.Select(image => image with { Class = told.Contains(image.Class) ? "positive" : "negative" })];
        var answers = LinearProbe.CrossValidated(two, features, "positive", Folds, seed);
        float[][] logits = Array.ConvertAll(answers, answer => new[] { 0f, (float)answer });
        var scaling = LogitScalingFit.Fit(logits, [.. positive.Select(isPositive => isPositive ? 1 : 0)]);
        var share = positive.Average(isPositive => isPositive ? 1.0 : 0);
        return [.. logits.Select((row, i) =>
        {
            var probability = scaling.Probabilities(row)[1];
            var weight = positive[i] ? share / probability : (1 - share) / (1 - probability);
            return Math.Clamp(weight, 1 / Most, Most);
        })];
    }
}
