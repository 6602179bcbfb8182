using Pneumonia.Core.Data;
using Pneumonia.Model.Data;

namespace Pneumonia.Model.Training.Images;

/// <summary>How often adults' images are drawn: they make up a share of every epoch, and among them, and among each view's, every class counts as
/// much in the loss as any other. So neither population nor view tells the class.</summary>
internal static class PopulationWeights
{
    /// <summary>Weights of the images of a store.</summary>
    /// <param name="store">The images.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="classWeights">What an image of each class counts in the loss.</param>
    /// <param name="drawn">How often every image would be drawn otherwise; null: once.</param>
    /// <param name="share">Share of the adults; null: as many as there are.</param>
    /// <returns>The weights; <paramref name="drawn"/> where there are no adults.</returns>
    public static double[]? Of(
        ImageStore store, IReadOnlyList<int> labels, IReadOnlyList<float> classWeights, double[]? drawn, double? share)
    {
        int[] adults = [.. Enumerable.Range(0, labels.Count).Where(i => store.Images[i].Facts?.Population == Population.Adults)];
        if (adults.Length == 0 || adults.Length == labels.Count || share is not { } part)
        {
            return drawn;
        }

        double[] weights = drawn is null ? [.. Enumerable.Repeat(1.0, labels.Count)] : [.. drawn];
        var others = weights.Sum() - adults.Sum(i => weights[i]);
        var total = others * part / (1 - part);
        var views = Views(store, labels, adults);
        foreach (var view in adults.GroupBy(i => views[i]))
        {
            var classes = view.GroupBy(i => labels[i]).ToList();
            var counted = classes.Sum(own => 1 / classWeights[own.Key]);
            foreach (var own in classes)
            {
                var mass = total * view.Count() / adults.Length / classWeights[own.Key] / counted;
                foreach (var i in own)
                {
                    weights[i] = mass / own.Count();
                }
            }
        }

        return weights;
    }

    // A view that lacks a class would tell it: such views are taken together.
    private static Dictionary<int, string> Views(ImageStore store, IReadOnlyList<int> labels, int[] adults)
    {
        var count = adults.Select(i => labels[i]).Distinct().Count();
        var whole = adults.GroupBy(i => store.Images[i].Facts?.View ?? "").Where(view => view.Select(i => labels[i]).Distinct().Count() == count)
            .Select(view => view.Key).ToHashSet();
        return adults.ToDictionary(i => i, i => store.Images[i].Facts?.View is { } view && whole.Contains(view) ? view : "");
    }
}
