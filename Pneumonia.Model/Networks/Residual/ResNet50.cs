using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>ResNet-50 (He et al. 2016, "Deep residual learning", table 1), named as in torchvision.</summary>
public static class ResNet50
{
    /// <summary>Three, four, six and three bottleneck blocks.</summary>
    public static Network Create(NetworkOptions options) => ResNet.OfBottlenecks("resnet50", [3, 4, 6, 3], options);
}
