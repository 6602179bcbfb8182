using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

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
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var features = request.FeatureMap();
        var gradient = GradCam.Gradient(request.Network, features, request.ClassIndex);
        var square = gradient * gradient;
        var denominator = 2 * square + square * gradient * features.sum([2, 3], keepdim: true);

        // Where the gradient is 0, so is the place's weight, whatever its share.
        var share = where(denominator.eq(0), zeros_like(square), square / denominator);
        var weights = (share * gradient.relu()).sum([2, 3], keepdim: true);
        return scope.MoveToOuter((features * weights).sum([0, 1]));
    }
}
