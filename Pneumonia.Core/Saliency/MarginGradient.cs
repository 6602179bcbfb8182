using System.Numerics.Tensors;

namespace Pneumonia.Core.Saliency;

/// <summary>How a class's margin changes with the feature map: in closed form where the head is a mean and a linear layer, else by
/// the network's own gradient.</summary>
internal static class MarginGradient
{
    /// <summary>Whether it can be had.</summary>
    public static bool IsKnown(IExplainedNetwork network) => network is IGradientNetwork || network.ClassWeights is not null;

    /// <summary>The gradient, [channels of the map, h, w], row-major.</summary>
    /// <param name="network">The network.</param>
    /// <param name="features">As <see cref="IExplainedNetwork.Features"/> returns it.</param>
    /// <param name="classIndex">The class.</param>
    /// <param name="method">Name of the method that needs it, for the message.</param>
    /// <exception cref="ArgumentException">It cannot be had.</exception>
    public static float[] Of(IExplainedNetwork network, FeatureMap features, int classIndex, string method)
    {
        if (network.ClassWeights is { } weights)
        {
            return OfMean(Direction(weights, classIndex), features);
        }

        return network is IGradientNetwork differentiable
            ? differentiable.FeatureGradient(features, classIndex)
            : throw new ArgumentException($"{method} needs gradients, and {network.Name} has none as it is run here.");
    }

    /// <summary>What a channel's mean adds to the margin: the class's own weight minus the mean of the others'.</summary>
    /// <param name="classWeights">[classes][channels].</param>
    /// <param name="classIndex">The class.</param>
    public static float[] Direction(IReadOnlyList<float[]> classWeights, int classIndex)
    {
        var own = classWeights[classIndex];
        var others = new float[own.Length];
        foreach (var row in classWeights.Where((_, index) => index != classIndex))
        {
            TensorPrimitives.Add(others, row, others);
        }

        TensorPrimitives.Divide(others, classWeights.Count - 1, others);
        TensorPrimitives.Subtract(own, others, others);
        return others;
    }

    // Every place has the same share of its channel's mean.
    private static float[] OfMean(float[] direction, FeatureMap features)
    {
        var gradient = new float[features.Values.Length];
        for (var channel = 0; channel < features.Channels; channel++)
        {
            gradient.AsSpan(channel * features.Places, features.Places).Fill(direction[channel] / features.Places);
        }

        return gradient;
    }
}
