using Pneumonia.Core.Saliency;

namespace Pneumonia.Core.Serving;

/// <summary>What a network makes of one image.</summary>
/// <param name="Logits">One for each class.</param>
/// <param name="Features">The last feature map, of the image as it is.</param>
/// <param name="Depths">Means over feature maps, the shallowest first.</param>
public sealed record OnnxAnswer(float[] Logits, FeatureMap Features, float[][] Depths);
