using Pneumonia.Model.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

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

    /// <summary>One logit.</summary>
    public float FullEvidence => 1;

    /// <inheritdoc/>
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Evidence(request.Network, request.FeatureMap(), request.ClassIndex));
    }

    /// <summary>Evidence of every place for one class against the mean of the others, in logits: the paper's map before its ReLU,
    /// times the number of places. For a network that ends in global average pooling it is the class activation map.</summary>
    /// <param name="network">In evaluation mode. Its own gradients are left alone.</param>
    /// <param name="features">[1, F, h, w], as <see cref="Network.Features"/> returns it.</param>
    /// <param name="classIndex">The class explained.</param>
    /// <returns>[h, w].</returns>
    public static Tensor Evidence(Network network, Tensor features, int classIndex)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var weights = Gradient(network, features, classIndex).sum([2, 3], keepdim: true);
        return scope.MoveToOuter((features * weights).sum([0, 1]));
    }

    /// <summary>Gradient of the class's margin with respect to the feature map.</summary>
    internal static Tensor Gradient(Network network, Tensor features, int classIndex)
    {
        using var recording = enable_grad();
        var map = features.detach().requires_grad_();
        var score = ClassScore.Margin(network.Classify(network.Bottleneck(map)), classIndex);
        return autograd.grad([score], [map])[0]!;
    }
}
