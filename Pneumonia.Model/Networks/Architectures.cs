using Pneumonia.Model.Networks.Dense;
using Pneumonia.Model.Networks.Inception;
using Pneumonia.Model.Networks.Mobile;
using Pneumonia.Model.Networks.PreActivation;
using Pneumonia.Model.Networks.Residual;
using Pneumonia.Model.Networks.Vgg;

namespace Pneumonia.Model.Networks;

/// <summary>The architectures there are. A new one is one file and one line here.</summary>
public static class Architectures
{
    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<Architecture> All { get; } =
    [
        ResNet18.Architecture,
        ResNet18Dnn.Architecture,
        ResNet34.Architecture,
        ResNet50.Architecture,
        ResNet101.Architecture,
        ResNetV2With50Layers.Architecture,
        ResNetV2With101Layers.Architecture,
        InceptionV3.Architecture,
        InceptionV3Mixed6e.Architecture,
        MobileNetV2.Architecture,
        EfficientNetB0.Architecture,
        DenseNet121.Architecture,
        Vgg16Bn.Architecture,
    ];

    /// <summary>Their names as a sentence lists them.</summary>
    public static string Names => string.Join(", ", All.Select(architecture => architecture.Name));

    /// <summary>Finds an architecture by its name or one of its aliases, whatever the case.</summary>
    /// <exception cref="UserException">There is none of that name; the message lists those there are.</exception>
    public static Architecture Find(string name) =>
        All.FirstOrDefault(architecture => architecture.IsCalled(name))
        ?? throw new UserException($"There is no architecture '{name}'. Choose one of: {Names}.");
}
