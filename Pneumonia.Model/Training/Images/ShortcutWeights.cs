using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Model.Training.Images;

/// <summary>How often each image is drawn, so that a network cannot rest on shortcuts: <see cref="MisledImages"/> come more often. After "Just
/// Train Twice" (Liu et al. 2021) and the reweighting of Clark et al. 2019, with a linear probe in place of a first training.</summary>
internal static class ShortcutWeights
{
    /// <summary>Weights of the images of a store.</summary>
    /// <param name="store">The images, resized.</param>
    /// <param name="options">The weight (see <see cref="DataSettings.ShortcutWeight"/>), the seed, and the additional images,
    /// which are not probed, nor are adults beside children: they look different for other reasons.</param>
    /// <param name="log">Hears how many images come more often.</param>
    /// <returns>1 for most images; null where all are to come as often.</returns>
    /// <exception cref="UserException">A class has too few patients to probe.</exception>
    public static double[]? Of(ImageStore store, ImageClassificationOptions options, Action<string> log)
    {
        if (options.Data.ShortcutWeight == 1)
        {
            return null;
        }

        var additional = options.Data.AdditionalImages.ToHashSet();
        int[] probed = [.. Enumerable.Range(0, store.Images.Count).Where(i => !additional.Contains(store.Images[i]) && store.Images[i].Facts?.Population != Population.Adults)];
        var (width, height) = (store.Preprocessing.Width, store.Preprocessing.ViewHeight);
        float[][] features = [.. probed.AsParallel().AsOrdered().Select(i => ShortcutFeatures.Of(store.Pixels(i)[^(width * height)..], width, height))];
        var misled = MisledImages.Of([.. probed.Select(i => store.Images[i])], features, options.Seed);
        var weights = new double[store.Images.Count];
        Array.Fill(weights, 1);
        foreach (var i in misled)
        {
            weights[probed[i]] = options.Data.ShortcutWeight;
        }

        log($"{misled.Count} of {probed.Length} images come {options.Data.ShortcutWeight} times as often: grey levels, sharpness and borders tell another class");
        return weights;
    }
}
