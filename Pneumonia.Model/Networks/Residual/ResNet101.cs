using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>ResNet-101 (He et al. 2016, "Deep residual learning", table 1), named as in torchvision.</summary>
public static class ResNet101
{
    /// <summary>Three, four, twenty-three and three bottleneck blocks.</summary>
    public static Network Create(NetworkOptions options) => ResNet.OfBottlenecks("resnet101", [3, 4, 23, 3], options);
}
