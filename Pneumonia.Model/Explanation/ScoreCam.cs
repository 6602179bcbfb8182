using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Score-CAM (Wang et al. 2020, algorithm 1): the last feature map, each channel weighted by the softmax over the channels
/// of the class's score for the image seen through that channel. Needs no gradients, but one pass a channel. The paper subtracts
/// the score of an empty image from each of them; the softmax takes that away again, and it is left out.</summary>
public sealed class ScoreCam : IExplanationMethod
{
    /// <inheritdoc/>
    public string Name => "score-cam";

    /// <inheritdoc/>
    public string Title => "Score-CAM";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var features = request.FeatureMap();
        var channels = features.flatten(2).select(0, 0);
        var least = channels.min(1, keepdim: true).values;
        var range = channels.max(1, keepdim: true).values - least;

        // A channel that is the same everywhere shows nothing.
        var masks = (where(range.gt(0), (channels - least) / range.clamp(min: 1e-12), zeros_like(channels))).view(
            [channels.shape[0], 1, features.shape[2], features.shape[3]]);
        var scores = PerturbedImages.Score(
            request,
            (int)masks.shape[0],
            (start, length) => request.Image * nn.functional.interpolate(
                masks.narrow(0, start, length), [request.Height, request.Width], mode: InterpolationMode.Bilinear),
            ClassScore.Margin);
        var weights = tensor(scores).softmax(0).reshape(-1, 1, 1);
        return scope.MoveToOuter((features.select(0, 0) * weights).sum([0]));
    }
}
