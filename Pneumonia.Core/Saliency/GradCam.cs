using System.Numerics.Tensors;

namespace Pneumonia.Core.Saliency;

/// <summary>Gradient-weighted class activation map (Selvaraju et al. 2017, equations 1 and 2), for heads of any shape: the last
/// feature map, each channel weighted by the mean gradient of the class's score. It is exact only to first order, and a class
/// activation map is to be preferred where there is one.</summary>
public sealed class GradCam : IExplanationMethod
{
    /// <summary>Method's short name.</summary>
    public const string Method = "grad-cam";

    /// <inheritdoc/>
    public string Name => Method;

    /// <inheritdoc/>
    public string Title => "Grad-CAM";

    /// <inheritdoc/>
    public bool IsSlow => false;

    /// <inheritdoc/>
    public bool UsesGradients => true;

    /// <summary>One logit.</summary>
    public float FullEvidence => 1;

    /// <summary>Whether the gradient of its margins can be had.</summary>
    public bool Suits(IExplainedNetwork network) => MarginGradient.IsKnown(network);

    /// <summary>Evidence of every place for one class against the mean of the others, in logits: the paper's map before its ReLU,
    /// times the number of places. For a network that ends in global average pooling it is the class activation map.</summary>
    /// <inheritdoc/>
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var features = request.FeatureMap();
        var gradient = MarginGradient.Of(request.Network, features, request.ClassIndex, Title);
        var weights = new float[features.Channels];
        for (var channel = 0; channel < weights.Length; channel++)
        {
            weights[channel] = TensorPrimitives.Sum(gradient.AsSpan(channel * features.Places, features.Places));
        }

        return features.Weighted(weights);
    }
}
