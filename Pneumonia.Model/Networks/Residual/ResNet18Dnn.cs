using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>The ResNet-18 of ML.NET's <c>DnnImageFeaturizer</c>: ResNet-18 with a third block in its last stage. Parameters are named as
/// torchvision would name them.</summary>
/// <remarks>At its strides CNTK pads one row and column less at the far end than torchvision, which for sides that are multiples of 32
/// is the same: the row left out is never read.</remarks>
public static class ResNet18Dnn
{
    /// <summary>Two, two, two and three basic blocks.</summary>
    public static Network Create(NetworkOptions options) => ResNet.OfBasicBlocks("resnet18_dnn", [2, 2, 2, 3], options);
}
