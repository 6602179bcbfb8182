using Pneumonia.Model.Networks;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Gradient-weighted class activation map (Selvaraju et al. 2017, equations 1 and 2), for heads of any shape: the last
/// feature map, each channel weighted by the mean gradient of the class's score. It is exact only to first order, and a class
/// activation map is to be preferred where there is one.</summary>
public static class GradCam
{
    /// <summary>Method's short name.</summary>
    public const string Method = "grad-cam";

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

    /// <summary>The evidence as a map from 0 to 1.</summary>
    /// <inheritdoc cref="Saliency.Map"/>
    public static SaliencyMap Map(Network network, Tensor features, int classIndex, string className)
    {
        using var scope = NewDisposeScope();
        return Saliency.OfEvidence(Evidence(network, features, classIndex), className, Method);
    }

    private static Tensor Gradient(Network network, Tensor features, int classIndex)
    {
        using var recording = enable_grad();
        var map = features.detach().requires_grad_();
        var logits = network.Classify(network.Bottleneck(map)).select(0, 0);
        var own = logits.select(0, classIndex);
        var score = own - (logits.sum() - own) / (logits.numel() - 1);
        return autograd.grad([score], [map])[0]!;
    }
}
