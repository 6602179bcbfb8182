namespace Pneumonia.Core.Saliency;

/// <summary>A network that can also say how a class's margin (its logit against the mean of the others') changes with what it is
/// computed from.</summary>
public interface IGradientNetwork : IExplainedNetwork
{
    /// <summary>Gradient of a class's margin with respect to the feature map.</summary>
    /// <param name="features">As <see cref="IExplainedNetwork.Features"/> returns it.</param>
    /// <param name="classIndex">The class.</param>
    /// <returns>[channels of the map, h, w], row-major.</returns>
    float[] FeatureGradient(FeatureMap features, int classIndex);

    /// <summary>Gradient of the sum of a class's margins with respect to images.</summary>
    /// <param name="images">[count, 1, height, width], row-major, preprocessed.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="classIndex">The class.</param>
    /// <returns>[count, 1, height, width], row-major.</returns>
    float[] ImageGradient(float[] images, int count, int classIndex);
}
