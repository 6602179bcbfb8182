namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>The names that torchvision and timm give to the tensors of each architecture.</summary>
internal static class WeightNames
{
    /// <summary>Names for an architecture: torchvision's and timm's are often one and the same, and ours.</summary>
    public static IWeightNames Of(string architecture) => architecture switch
    {
        "efficientnet_b0" => new TimmEfficientNetNames(),
        "mobilenet_v2" => new TimmMobileNetNames(),
        "vgg16_bn" => new TimmVggNames(),
        "densenet121" => new OldDenseNetNames(),
        "inception_v3" => new InceptionNames(),
        "inception_v3_mixed6e" => new InceptionTrunkNames(),
        "resnet18_dnn" => new DnnResNet18Names(),
        _ => new SameNames(),
    };
}
