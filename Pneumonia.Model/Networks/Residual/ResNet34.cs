using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>ResNet-34 (He et al. 2016, "Deep residual learning", table 1), named as in torchvision.</summary>
public static class ResNet34
{
    /// <summary>Three, four, six and three basic blocks.</summary>
    public static Network Create(NetworkOptions options) => ResNet.OfBasicBlocks("resnet34", [3, 4, 6, 3], options);
}
