using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Turns evidence into a map that can be drawn.</summary>
public static class Saliency
{
    /// <summary>What speaks for a class, as a map from 0 to 1: what speaks against it is 0, the strongest place 1, unless that is
    /// less than the method's <see cref="IExplanationMethod.FullEvidence"/>.</summary>
    /// <param name="request">What to explain.</param>
    /// <param name="className">Name of the class explained.</param>
    /// <param name="method">How; by default the method that <see cref="ExplanationMethods.DefaultFor"/> names.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SaliencyMap Map(ExplanationRequest request, string className, IExplanationMethod? method = null)
    {
        method ??= ExplanationMethods.DefaultFor(request.Network);
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var supporting = method.Evidence(request).relu();
        var strongest = Math.Max(Math.Max(method.FullEvidence, float.Epsilon), supporting.max().item<float>());
        var values = (supporting / strongest).contiguous().ToArray<float>();
        return new SaliencyMap(className, method.Name, (int)supporting.shape[1], (int)supporting.shape[0], values);
    }
}
