using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Networks.Dense;
using Pneumonia.Model.Networks.Inception;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Networks.Mobile;
using Pneumonia.Model.Networks.PreActivation;
using Pneumonia.Model.Networks.Residual;
using Pneumonia.Model.Networks.Vgg;

namespace Pneumonia.Model.Networks;

/// <summary>Makes the networks of the <see cref="Architectures"/>. A new one is one file, one line here and one there.</summary>
public static class NetworkFactory
{
    private static readonly Dictionary<string, Func<NetworkOptions, Network>> s_makers = new()
    {
        ["resnet18"] = ResNet18.Create,
        [Architectures.ResNet18Dnn] = ResNet18Dnn.Create,
        ["resnet34"] = ResNet34.Create,
        ["resnet50"] = ResNet50.Create,
        ["resnet101"] = ResNet101.Create,
        ["resnetv2_50"] = ResNetV2With50Layers.Create,
        ["resnetv2_101"] = ResNetV2With101Layers.Create,
        ["inception_v3"] = options => new InceptionV3(options),
        ["inception_v3_mixed6e"] = options => new InceptionV3Mixed6e(options),
        ["mobilenet_v2"] = options => new MobileNetV2(options),
        ["efficientnet_b0"] = options => new EfficientNetB0(options),
        ["densenet121"] = options => new DenseNet121(options),
        ["vgg16_bn"] = options => new Vgg16Bn(options),
    };

    /// <summary>Names of the architectures that networks can be made of.</summary>
    public static IReadOnlyCollection<string> Names => s_makers.Keys;

    /// <summary>Makes a network with random weights.</summary>
    /// <param name="name">An architecture's name or one of its aliases, whatever the case.</param>
    /// <param name="options">Classes, channels and dropout.</param>
    /// <exception cref="UserException">There is no architecture of that name; the message lists those there are.</exception>
    public static Network Create(string name, NetworkOptions options) => s_makers[Architectures.Find(name).Name](options);
}
