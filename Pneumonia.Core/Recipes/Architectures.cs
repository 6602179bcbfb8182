namespace Pneumonia.Core.Recipes;

/// <summary>The architectures there are. A new one is a line here and one where networks are made.</summary>
public static class Architectures
{
    /// <summary>The one that takes <see cref="NetworkSettings.DnnResNet18Weights"/>.</summary>
    public const string ResNet18Dnn = "resnet18_dnn";

    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<Architecture> All { get; } =
    [
        new("resnet18"),
        new(ResNet18Dnn),
        new("resnet34"),
        new("resnet50"),
        new("resnet101"),
        new("resnetv2_50") { Aliases = ["ResnetV250"] },
        new("resnetv2_101") { Aliases = ["ResnetV2101"] },
        new("inception_v3", MinimumSize: 75) { Aliases = ["InceptionV3"] },
        new("inception_v3_mixed6e", MinimumSize: 43) { Aliases = ["InceptionV3Mixed6e"] },
        new("mobilenet_v2") { Aliases = ["MobilenetV2"] },
        new("efficientnet_b0"),
        new("densenet121", MinimumSize: 29),
        new("vgg16_bn", MinimumSize: 32),
    ];

    /// <summary>Their names as a sentence lists them.</summary>
    public static string Names => string.Join(", ", All.Select(architecture => architecture.Name));

    /// <summary>Finds an architecture by its name or one of its aliases, whatever the case.</summary>
    /// <exception cref="UserException">There is none of that name; the message lists those there are.</exception>
    public static Architecture Find(string name) =>
        All.FirstOrDefault(architecture => architecture.IsCalled(name))
        ?? throw new UserException($"There is no architecture '{name}'. Choose one of: {Names}.");
}
