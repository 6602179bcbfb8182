namespace Pneumonia.Core.Saliency;

/// <summary>Class activation map (Zhou et al. 2016, equation 2): the last feature map weighted by the classifier. For a network
/// that ends in global average pooling and one linear layer it is exact: its mean, plus the bias, is the logit.</summary>
public sealed class ClassActivationMap : IExplanationMethod
{
    /// <summary>Method's short name.</summary>
    public const string Method = "cam";

    /// <inheritdoc/>
    public string Name => Method;

    /// <inheritdoc/>
    public string Title => "CAM";

    /// <inheritdoc/>
    public bool IsSlow => false;

    /// <summary>One logit.</summary>
    public float FullEvidence => 1;

    /// <summary>Whether the network ends in global average pooling.</summary>
    public bool Suits(IExplainedNetwork network) => network.ClassWeights is not null;

    /// <summary>Evidence of every place for one class against the mean of the others, in logits. With two classes its mean,
    /// plus the difference of the biases, is the log-odds of the class before calibration.</summary>
    /// <inheritdoc/>
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var network = request.Network;
        var weights = network.ClassWeights ?? throw new ArgumentException(
            $"A class activation map needs a network that ends in global average pooling, and {network.Name} does not.");
        return request.FeatureMap().Weighted(MarginGradient.Direction(weights, request.ClassIndex));
    }
}
