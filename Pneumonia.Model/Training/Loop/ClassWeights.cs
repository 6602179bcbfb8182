using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Weights of the classes in the loss.</summary>
internal static class ClassWeights
{
    /// <summary>Count of all / (classes * count of the class), as scikit-learn's <c>balanced</c>; or ones.</summary>
    public static float[] Of(ClassWeighting weighting, IReadOnlyList<int> labels, int classes)
    {
        var counts = new int[classes];
        foreach (var label in labels)
        {
            counts[label]++;
        }

        return Array.ConvertAll(counts, count => weighting == ClassWeighting.None ? 1f : labels.Count / ((float)classes * Math.Max(1, count)));
    }
}
