using Pneumonia.Model.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

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
    public bool Suits(Network network) => network.EndsInGlobalAveragePooling;

    /// <inheritdoc/>
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        return scope.MoveToOuter(Evidence(request.Network, request.FeatureMap(), request.ClassIndex));
    }

    /// <summary>Evidence of every place for one class against the mean of the others, in logits. With two classes its mean,
    /// plus the difference of the biases, is the log-odds of the class before calibration.</summary>
    /// <param name="network">Network that ends in global average pooling and a linear layer.</param>
    /// <param name="features">[1, F, h, w], as <see cref="Network.Features"/> returns it.</param>
    /// <param name="classIndex">The class explained.</param>
    /// <returns>[h, w].</returns>
    /// <exception cref="ArgumentException">The network ends otherwise; <see cref="GradCam"/> explains it.</exception>
    public static Tensor Evidence(Network network, Tensor features, int classIndex)
    {
        if (!network.EndsInGlobalAveragePooling)
        {
            throw new ArgumentException(
                $"A class activation map needs a network that ends in global average pooling, and {network.Name} does not.");
        }

        var weights = network.Classifier.weight;
        var others = weights.shape[0] - 1;
        var own = weights.select(0, classIndex);
        var direction = own - (weights.sum([0]) - own) / others;
        return (features.select(0, 0) * direction.reshape(-1, 1, 1)).sum([0]);
    }
}
