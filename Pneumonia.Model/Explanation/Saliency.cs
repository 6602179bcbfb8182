using Pneumonia.Model.Networks;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Explains a network's answer by the method that suits it: an exact class activation map where the network allows one,
/// Grad-CAM otherwise. Both speak in logits, so their maps are scaled alike.</summary>
public static class Saliency
{
    /// <summary>What speaks for a class, as a map from 0 to 1.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="features">[1, F, h, w], as <see cref="Network.Features"/> returns it.</param>
    /// <param name="classIndex">The class explained.</param>
    /// <param name="className">Its name.</param>
    public static SaliencyMap Map(Network network, Tensor features, int classIndex, string className) =>
        network.EndsInGlobalAveragePooling
            ? ClassActivationMap.Map(network, features, classIndex, className)
            : GradCam.Map(network, features, classIndex, className);

    /// <summary>Evidence as a map from 0 to 1: what speaks against the class is 0, the strongest place 1. A map whose strongest
    /// place speaks for the class by less than one logit is not blown up to 1.</summary>
    internal static SaliencyMap OfEvidence(Tensor evidence, string className, string method)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var supporting = evidence.relu();
        var strongest = Math.Max(1f, supporting.max().item<float>());
        var values = (supporting / strongest).contiguous().ToArray<float>();
        return new SaliencyMap(className, method, (int)evidence.shape[1], (int)evidence.shape[0], values);
    }
}
