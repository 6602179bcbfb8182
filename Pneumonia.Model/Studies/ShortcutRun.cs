using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Data;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Model.Studies;

/// <summary>The audit for shortcuts: asks the model about covered images and its features about the acquisition.</summary>
internal static class ShortcutRun
{
    /// <summary>Runs the audit.</summary>
    /// <param name="model">The model.</param>
    /// <param name="images">The images that could be read.</param>
    /// <param name="scored">What the model says of them as they are.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <param name="watch">Hears of the progress.</param>
    /// <param name="cancellation">Ends it.</param>
    public static ShortcutReport Of(
        PneumoniaModel model, IReadOnlyList<XRay> images, IReadOnlyList<ScoredImage> scored, int seed, IStudyWatch watch,
        CancellationToken cancellation)
    {
        var decision = model.Information.Decision;
        var masks = ShortcutMasks.All(model.Information.Manifest.Preprocessing.Mean, model.Preparation.Lungs);
        var masked = ImageScores.Of(model, images, masks, watch, cancellation).Scores;
        return new ShortcutReport(
        [
            .. masks.Zip(masked, (mask, scores) => ShortcutAudit.Mask(mask.Name, scored, ModelEvaluation.Scored(scores, decision)))
                .OfType<ShortcutFinding>(),
            .. Misled(model, images, scored, seed, cancellation),
            .. Acquisitions(model, images, scored, seed, watch, cancellation),
        ]);
    }

    private static IReadOnlyList<ShortcutFinding> Misled(
        PneumoniaModel model, IReadOnlyList<XRay> images, IReadOnlyList<ScoredImage> scored, int seed, CancellationToken cancellation)
    {
        if (images.GroupBy(image => image.Class, image => image.Patient).Any(own => own.Distinct().Count() < MisledImages.Folds))
        {
            return [];
        }

        var preprocessing = model.Information.Manifest.Preprocessing with { Lungs = null };
        var store = ImageStore.Load(images, new ImagePreparation(preprocessing), allowUnreadable: false, null, _ => { }, cancellation);
        float[][] features =
        [
            .. ParallelEnumerable.Range(0, images.Count).AsOrdered()
                .Select(i => ShortcutFeatures.Of(store.Pixels(i), preprocessing.Width, preprocessing.Height)),
        ];
        return ShortcutAudit.Misled(scored, MisledImages.Of(images, features, seed)) is { } finding ? [finding] : [];
    }

    private static IReadOnlyList<ShortcutFinding> Acquisitions(
        PneumoniaModel model, IReadOnlyList<XRay> images, IReadOnlyList<ScoredImage> scored, int seed, IStudyWatch watch,
        CancellationToken cancellation)
    {
        var chosen = ShortcutAudit.Comparable(images);
        if (chosen.Count == 0)
        {
            return [];
        }

        var progress = watch.Begin("Probing features");
        var features = PooledFeatures.Of(model, [.. chosen.Select(i => images[i].Path)], progress, cancellation);
        return ShortcutAudit.Acquisitions([.. chosen.Select(i => images[i])], features, [.. chosen.Select(i => scored[i].Score)], seed);
    }
}
