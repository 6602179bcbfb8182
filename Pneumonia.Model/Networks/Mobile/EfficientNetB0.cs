using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>EfficientNet-B0 (Tan and Le 2019, table 1). Parameters are named as in torchvision.</summary>
public sealed class EfficientNetB0 : Network
{
    private const double LastBlockLeftOut = 0.2;

    private static readonly StageShape[] s_stages =
    [
        new(Expansion: 1, Kernel: 3, Stride: 1, Channels: 16, Blocks: 1),
        new(Expansion: 6, Kernel: 3, Stride: 2, Channels: 24, Blocks: 2),
        new(Expansion: 6, Kernel: 5, Stride: 2, Channels: 40, Blocks: 2),
        new(Expansion: 6, Kernel: 3, Stride: 2, Channels: 80, Blocks: 3),
        new(Expansion: 6, Kernel: 5, Stride: 1, Channels: 112, Blocks: 3),
        new(Expansion: 6, Kernel: 5, Stride: 2, Channels: 192, Blocks: 4),
        new(Expansion: 6, Kernel: 3, Stride: 1, Channels: 320, Blocks: 1),
    ];

    private readonly Stack features;
    private readonly Stack classifier;

    /// <summary>The smallest of its family.</summary>
    public EfficientNetB0(NetworkOptions options)
        : base("efficientnet_b0", options)
    {
        var (channels, done) = (32, 0);
        var total = s_stages.Sum(stage => stage.Blocks);
        List<Module> layers =
        [
            ConvNormActivation.Create(options.InputChannels, channels, kernel: 3, ActivationKind.Silu, stride: 2),
        ];
        foreach (var stage in s_stages)
        {
            var blocks = new List<MobileBottleneck>();
            for (var block = 0; block < stage.Blocks; block++, done++)
            {
                var stride = block == 0 ? stage.Stride : 1;
                var leftOut = LastBlockLeftOut * done / total;
                blocks.Add(new MobileBottleneck(channels, stage.Channels, stage.Kernel, stride, stage.Expansion, leftOut));
                channels = stage.Channels;
            }

            layers.Add(new Stack(blocks));
        }

        layers.Add(ConvNormActivation.Create(channels, 1280, kernel: 1, ActivationKind.Silu));
        features = new Stack(layers);
        classifier = new Stack(("1", ClassifierOf(1280)));
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);

        // torchvision's range at its 1000 classes; its rule, 1 / sqrt(classes), would begin with logits of several units at two.
        init.uniform_(Classifier.weight, -1 / Math.Sqrt(1000), 1 / Math.Sqrt(1000));
        init.constant_(Classifier.bias!, 0);
    }

    /// <inheritdoc/>
    public override Linear Classifier => (Linear)classifier[^1];

    /// <inheritdoc/>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        features.Run(operations, images, tap, tapped: 5);
}
