using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>ResNet-18 (He et al. 2016, "Deep residual learning", table 1), named as in torchvision.</summary>
public static class ResNet18
{
    /// <summary>Two basic blocks in each of four stages.</summary>
    public static Network Create(NetworkOptions options) => ResNet.OfBasicBlocks("resnet18", [2, 2, 2, 2], options);
}
