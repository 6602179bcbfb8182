using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.PreActivation;

/// <summary>ResNet-101 with pre-activation (He et al. 2016, "Identity mappings in deep residual networks"), named as in
/// timm.</summary>
public static class ResNetV2With101Layers
{
    /// <summary>Three, four, twenty-three and three blocks.</summary>
    public static Network Create(NetworkOptions options) => new ResNetV2("resnetv2_101", [3, 4, 23, 3], options);
}
