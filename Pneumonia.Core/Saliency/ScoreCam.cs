using System.Numerics.Tensors;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Saliency;

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
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var features = request.FeatureMap();
        var scores = PerturbedImages.Score(
            request,
            features.Channels,
            (channel, image) => TensorPrimitives.Multiply(request.Image, Mask(request, features, channel), image),
            ClassScore.Margin);
        return features.Weighted(ClassScore.Softmax(scores));
    }

    /// <summary>A channel from 0, where it is least, to 1, at the size of the image.</summary>
    private static float[] Mask(ExplanationRequest request, FeatureMap features, int channel)
    {
        var mask = features.Channel(channel).ToArray();
        var least = TensorPrimitives.Min<float>(mask);
        var range = TensorPrimitives.Max<float>(mask) - least;
        if (range > 0)
        {
            TensorPrimitives.Subtract(mask, least, mask);
            TensorPrimitives.Divide(mask, Math.Max(range, 1e-12f), mask);
        }
        else
        {
            // A channel that is the same everywhere shows nothing.
            Array.Clear(mask);
        }

        return ImageResizer.Bilinear(mask, features.Width, features.Height, request.Width, request.Height);
    }
}
