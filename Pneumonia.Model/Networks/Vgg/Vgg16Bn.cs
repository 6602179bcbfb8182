using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Vgg;

/// <summary>VGG-16 with batch normalisation (Simonyan and Zisserman 2015, table 1, configuration D). Parameters are named as in
/// torchvision. Its head is two hidden layers of 4096 over a map of 7 x 7; they hold most of its 134
/// million parameters.</summary>
public sealed class Vgg16Bn : Network
{
    private const int MapSide = 7;
    private const int Hidden = 4096;

    private static readonly int[][] s_stages = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]];

    private readonly Stack features;
    private readonly Dropout hiddenDropout;
    private readonly Stack classifier;

    /// <summary>The network. Images are at least 32 x 32.</summary>
    public Vgg16Bn(NetworkOptions options)
        : base("vgg16_bn", options)
    {
        var channels = options.InputChannels;
        var layers = new List<Module>();
        foreach (var stage in s_stages)
        {
            foreach (var width in stage)
            {
                layers.AddRange([Conv2d(channels, width, kernel_size: 3, padding: 1), BatchNorm2d(width), new Activation(ActivationKind.Relu)]);
                channels = width;
            }

            layers.Add(Pool.Max(kernel: 2, stride: 2));
        }

        features = new Stack(layers);
        hiddenDropout = Dropout(options.Dropout);
        classifier = new Stack(
            ("0", Linear(channels * MapSide * MapSide, Hidden)),
            ("3", Linear(Hidden, Hidden)),
            ("6", Linear(Hidden, options.Classes)));
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);
        NetworkInitialization.NarrowLinear(this);
    }

    /// <inheritdoc/>
    public override bool EndsInGlobalAveragePooling => false;

    /// <inheritdoc/>
    public override Linear Classifier => (Linear)classifier[^1];

    /// <inheritdoc/>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        features.Run(operations, images, tap, tapped: 23);

    /// <inheritdoc/>
    public override T Bottleneck<T>(IOperations<T> operations, T features)
    {
        var map = operations.Flatten(operations.AveragePoolTo(features, MapSide));
        var hidden = operations.Drop(operations.Relu(operations.Multiply(map, (Linear)classifier[0])), hiddenDropout);
        return operations.Relu(operations.Multiply(hidden, (Linear)classifier[1]));
    }
}
