using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Dense;

/// <summary>DenseNet-121 (Huang et al. 2017, table 1). Parameters are named as in torchvision.</summary>
public sealed class DenseNet121 : Network
{
    private const int Growth = 32;

    private static readonly int[] s_blocks = [6, 12, 24, 16];

    private readonly Stack features;
    private readonly Linear classifier;

    /// <summary>Blocks of 6, 12, 24 and 16 layers, each adding 32 channels.</summary>
    public DenseNet121(NetworkOptions options)
        : base("densenet121", options)
    {
        var channels = 2 * Growth;
        List<(string, Module)> layers =
        [
            ("conv0", Conv2d(options.InputChannels, channels, kernel_size: 7, stride: 2, padding: 3, bias: false)),
            ("norm0", BatchNorm2d(channels)),
            ("relu0", new Activation(ActivationKind.Relu)),
            ("pool0", Pool.Max(kernel: 3, stride: 2, padding: 1)),
        ];
        for (var i = 0; i < s_blocks.Length; i++)
        {
            layers.Add(($"denseblock{i + 1}", Block(channels, s_blocks[i])));
            channels += s_blocks[i] * Growth;
            if (i < s_blocks.Length - 1)
            {
                layers.Add(($"transition{i + 1}", Transition(channels)));
                channels /= 2;
            }
        }

        layers.Add(("norm5", BatchNorm2d(channels)));
        features = new Stack(layers);
        classifier = ClassifierOf(channels);
        RegisterComponents();
        NetworkInitialization.KaimingFanIn(this);
        init.constant_(classifier.bias!, 0);
    }

    /// <inheritdoc/>
    public override Linear Classifier => classifier;

    /// <inheritdoc/>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        operations.Relu(features.Run(operations, images, tap, tapped: 6));

    private static Stack Block(int inChannels, int layers) =>
        new(Enumerable.Range(0, layers).Select(layer =>
            ($"denselayer{layer + 1}", (Module)new DenseLayer(inChannels + layer * Growth, Growth))));

    private static Stack Transition(int channels) =>
        new(
            ("norm", BatchNorm2d(channels)),
            ("relu", new Activation(ActivationKind.Relu)),
            ("conv", Conv2d(channels, channels / 2, kernel_size: 1, bias: false)),
            ("pool", Pool.Average(kernel: 2, stride: 2)));
}
