using Pneumonia.Core.Data;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Data.Probing;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>Judges the answers to the audit's questions. Intervals are DeLong's over patients.</summary>
public static class ShortcutAudit
{
    /// <summary>AUC above which something is told that should not be.</summary>
    public const double ChanceLimit = 0.6;

    /// <summary>Loss of AUC from which on a covered part that shows no lung mattered.</summary>
    public const double LossLimit = 0.01;

    /// <summary>By how much the AUC may be lower where shortcuts mislead.</summary>
    public const double MisledLossLimit = 0.05;

    private const int Folds = 5;

    /// <summary>What the model still tells with a part of the images covered.</summary>
    /// <param name="mask">Name of the mask.</param>
    /// <param name="plain">What it says of the images as they are.</param>
    /// <param name="masked">What it says of them covered, in the same order.</param>
    /// <returns>Null where a class has fewer than two patients.</returns>
    public static ShortcutFinding? Mask(string mask, IReadOnlyList<ScoredImage> plain, IReadOnlyList<ScoredImage> masked)
    {
        if (DeLong.Interval(masked) is not { } auc || DeLong.Compare(plain, masked) is not { } test)
        {
            return null;
        }

        return mask == ShortcutMasks.Lungs
            ? new ShortcutFinding(mask, masked.Count, auc,
                $"close to 0.5: the disease is covered. Look closer where the interval lies above {ChanceLimit}.", auc.Low <= ChanceLimit)
            : new ShortcutFinding(mask, masked.Count, auc,
                $"as without the cover ({test.First:0.000}): no lung is covered. Look closer where the loss's interval lies above {LossLimit}.",
                test.Difference.Low <= LossLimit);
    }

    /// <summary>What the model tells where its <see cref="MisledImages"/> would mislead it.</summary>
    /// <param name="scored">What it says of all images.</param>
    /// <param name="misled">Which of them these are.</param>
    /// <returns>Null where a class has fewer than two patients among them.</returns>
    public static ShortcutFinding? Misled(IReadOnlyList<ScoredImage> scored, IReadOnlyList<int> misled)
    {
        ScoredImage[] chosen = [.. misled.Select(i => scored[i])];
        if (chosen.DistinctBy(image => image.Positive).Count() < 2 || DeLong.Interval(scored) is not { } all || DeLong.Interval(chosen) is not { } auc)
        {
            return null;
        }

        return new ShortcutFinding("images that grey levels, sharpness and borders tell wrongly", chosen.Length, auc,
            $"close to that of all images ({all.Value:0.000}), though these are the unusual ones. Look closer where the interval lies more than {MisledLossLimit} below it.",
            auc.High >= all.Value - MisledLossLimit);
    }

    /// <summary>Whether features and verdicts tell two acquisitions of one class apart.</summary>
    /// <param name="images">Images of one class and two acquisitions.</param>
    /// <param name="features">Each image's pooled features.</param>
    /// <param name="scores">Each image's score.</param>
    /// <param name="seed">Seed of the folds.</param>
    public static IReadOnlyList<ShortcutFinding> Acquisitions(
        IReadOnlyList<XRay> images, IReadOnlyList<float[]> features, IReadOnlyList<double> scores, int seed)
    {
        string[] names = [.. images.Select(image => image.Acquisition!).Distinct().Order(StringComparer.Ordinal)];
        var pair = $"{names[0]} or {names[1]}, among {images[0].Class}";
        ScoredImage[] Told(IReadOnlyList<double> by) =>
            [.. images.Select((image, i) => new ScoredImage(image.Patient, image.Acquisition == names[1], by[i]))];
        XRay[] byAcquisition = [.. images.Select(image => image with { Class = image.Acquisition! })];
        ShortcutFinding? Finding(string what, IReadOnlyList<double> by, string expected) => DeLong.Interval(Told(by)) is not { } auc ? null
            : new ShortcutFinding(
                $"{what}: {pair}", images.Count, auc, $"{expected} Look closer where the interval lies above {ChanceLimit} or below {1 - ChanceLimit}.",
                auc.Low <= ChanceLimit && auc.High >= 1 - ChanceLimit);
        ShortcutFinding?[] findings =
        [
            Finding("acquisition told by a linear probe of the features", LinearProbe.CrossValidated(byAcquisition, features, names[1], Folds, seed),
                "0.5 where the features hold nothing of the acquisition. What they hold need not be used."),
            Finding("acquisition told by the score itself", scores, "0.5: the same disease, so the same scores."),
        ];
        return [.. findings.OfType<ShortcutFinding>()];
    }

    /// <summary>The images that <see cref="Acquisitions"/> can judge: of the class whose second acquisition has the most patients, those
    /// of its two greatest; none where it has too few.</summary>
    /// <returns>Indices.</returns>
    public static IReadOnlyList<int> Comparable(IReadOnlyList<XRay> images)
    {
        var best = images.Where(image => image.Acquisition is not null)
            .GroupBy(image => image.Class)
            .Select(ofClass => (Class: ofClass.Key, Greatest: ofClass
                .GroupBy(image => image.Acquisition!, (name, own) => (Name: name, Patients: own.Select(image => image.Patient).Distinct().Count()))
                .OrderByDescending(acquisition => acquisition.Patients).Take(2).ToArray()))
            .Where(ofClass => ofClass.Greatest.Length == 2 && ofClass.Greatest[1].Patients >= 2 * Folds)
            .OrderByDescending(ofClass => ofClass.Greatest[1].Patients)
            .FirstOrDefault();
        return best.Greatest is null ? [] :
        [
            .. Enumerable.Range(0, images.Count).Where(i =>
                images[i].Class == best.Class && best.Greatest.Any(acquisition => acquisition.Name == images[i].Acquisition)),
        ];
    }
}
