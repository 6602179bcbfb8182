using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation.Shortcuts;

namespace Pneumonia.Model.Training.Shortcuts;

/// <summary>How often each image is drawn, so that a network cannot rest on shortcuts: images whose class a linear probe of
/// <see cref="ShortcutFeatures"/> gets wrong come more often. After "Just Train Twice" (Liu et al. 2021) and the reweighting of Clark et
/// al. 2019, with a probe in place of a first training.</summary>
internal static class ShortcutWeights
{
    private const int Folds = 5;

    /// <summary>Weights of the images of a store.</summary>
    /// <param name="store">The images, resized.</param>
    /// <param name="options">The weight (see <see cref="ImageClassificationTrainer.Options.ShortcutWeight"/>), the seed, and the additional images,
    /// which are not probed.</param>
    /// <param name="log">Hears how many images come more often.</param>
    /// <returns>1 for most images; null where all are to come as often.</returns>
    /// <exception cref="UserException">A class has too few patients to probe.</exception>
    public static double[]? Of(ImageStore store, ImageClassificationTrainer.Options options, Action<string> log)
    {
        if (options.ShortcutWeight == 1)
        {
            return null;
        }

        var additional = options.AdditionalImages.ToHashSet();
        int[] probed = [.. Enumerable.Range(0, store.Images.Count).Where(i => !additional.Contains(store.Images[i]))];
        XRay[] images = [.. probed.Select(i => store.Images[i])];
        var features = new float[images.Length][];
        Parallel.For(0, images.Length, i => features[i] = ShortcutFeatures.Of(
            store.Pixels(probed[i]), store.Preprocessing.Width, store.Preprocessing.Height));

        var misled = Misled(images, features, options.Seed);
        var weights = new double[store.Images.Count];
        Array.Fill(weights, 1);
        foreach (var i in misled)
        {
            weights[probed[i]] = options.ShortcutWeight;
        }

        log($"{misled.Count} of {images.Length} images come {options.ShortcutWeight} times as often: grey levels, sharpness and borders tell another class");
        return weights;
    }

    /// <summary>The images that lie nearer to the other classes than to their own, by a probe fitted without their patients.</summary>
    /// <returns>Indices.</returns>
    internal static IReadOnlyList<int> Misled(IReadOnlyList<XRay> images, IReadOnlyList<float[]> features, int seed)
    {
        var misled = new List<int>();
        foreach (var name in images.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal))
        {
            var answers = LinearProbe.CrossValidated(images, features, name, Folds, seed);
            var indices = Enumerable.Range(0, images.Count).ToLookup(i => images[i].Class == name);
            var middle = (indices[true].Average(i => answers[i]) + indices[false].Average(i => answers[i])) / 2;
            misled.AddRange(indices[true].Where(i => answers[i] <= middle));
        }

        return misled;
    }
}
