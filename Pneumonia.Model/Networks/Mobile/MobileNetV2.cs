using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>MobileNetV2 (Sandler et al. 2018, table 2). Parameters are named as in torchvision.</summary>
public sealed class MobileNetV2 : Network
{
    private static readonly StageShape[] s_stages =
    [
        new(Expansion: 1, Kernel: 3, Stride: 1, Channels: 16, Blocks: 1),
        new(Expansion: 6, Kernel: 3, Stride: 2, Channels: 24, Blocks: 2),
        new(Expansion: 6, Kernel: 3, Stride: 2, Channels: 32, Blocks: 3),
        new(Expansion: 6, Kernel: 3, Stride: 2, Channels: 64, Blocks: 4),
        new(Expansion: 6, Kernel: 3, Stride: 1, Channels: 96, Blocks: 3),
        new(Expansion: 6, Kernel: 3, Stride: 2, Channels: 160, Blocks: 3),
        new(Expansion: 6, Kernel: 3, Stride: 1, Channels: 320, Blocks: 1),
    ];

    private readonly Stack features;
    private readonly Stack classifier;

    /// <summary>The network at its full width.</summary>
    public MobileNetV2(NetworkOptions options)
        : base("mobilenet_v2", options)
    {
        var channels = 32;
        List<Module> layers =
        [
            ConvNormActivation.Create(options.InputChannels, channels, kernel: 3, ActivationKind.Relu6, stride: 2),
        ];
        foreach (var stage in s_stages)
        {
            for (var block = 0; block < stage.Blocks; block++)
            {
                layers.Add(new InvertedResidual(channels, stage.Channels, block == 0 ? stage.Stride : 1, stage.Expansion));
                channels = stage.Channels;
            }
        }

        layers.Add(ConvNormActivation.Create(channels, 1280, kernel: 1, ActivationKind.Relu6));
        features = new Stack(layers);
        classifier = new Stack(("1", ClassifierOf(1280)));
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);
        NetworkInitialization.NarrowLinear(this);
    }

    /// <inheritdoc/>
    public override Linear Classifier => (Linear)classifier[^1];

    /// <inheritdoc/>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        features.Run(operations, images, tap, tapped: 13);
}
