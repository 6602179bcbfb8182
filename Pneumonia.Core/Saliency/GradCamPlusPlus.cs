using System.Numerics.Tensors;

namespace Pneumonia.Core.Saliency;

/// <summary>Grad-CAM++ (Chattopadhay et al. 2018, equations 10, 11 and 19): Grad-CAM whose channels are weighted by their positive
/// gradients, each place by <c>g² / (2 g² + g³ Σ A)</c>, so that several separate findings count alike. The class's score is the
/// exponential of its margin, as in the paper's section 3.2; its factor is left out, for it scales the whole map alike.</summary>
public sealed class GradCamPlusPlus : IExplanationMethod
{
    /// <inheritdoc/>
    public string Name => "grad-cam++";

    /// <inheritdoc/>
    public string Title => "Grad-CAM++";

    /// <inheritdoc/>
    public bool IsSlow => false;

    /// <inheritdoc/>
    public bool UsesGradients => true;

    /// <summary>Whether the gradient of its margins can be had.</summary>
    public bool Suits(IExplainedNetwork network) => MarginGradient.IsKnown(network);

    /// <inheritdoc/>
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var features = request.FeatureMap();
        var gradient = MarginGradient.Of(request.Network, features, request.ClassIndex, Title);
        var weights = new float[features.Channels];
        for (var channel = 0; channel < weights.Length; channel++)
        {
            weights[channel] = Weight(
                gradient.AsSpan(channel * features.Places, features.Places), TensorPrimitives.Sum(features.Channel(channel)));
        }

        return features.Weighted(weights);
    }

    private static float Weight(ReadOnlySpan<float> gradient, float activation)
    {
        var weight = 0f;
        foreach (var slope in gradient)
        {
            var square = slope * slope;
            var denominator = 2 * square + square * slope * activation;

            // Where the gradient is 0, so is the place's weight, whatever its share.
            var share = denominator == 0 ? 0 : square / denominator;
            weight += share * Math.Max(slope, 0);
        }

        return weight;
    }
}
