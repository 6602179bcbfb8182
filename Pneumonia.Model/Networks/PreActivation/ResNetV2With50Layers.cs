using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.PreActivation;

/// <summary>ResNet-50 with pre-activation (He et al. 2016, "Identity mappings in deep residual networks"), named as in
/// timm.</summary>
public static class ResNetV2With50Layers
{
    /// <summary>Three, four, six and three blocks.</summary>
    public static Network Create(NetworkOptions options) => new ResNetV2("resnetv2_50", [3, 4, 6, 3], options);
}
