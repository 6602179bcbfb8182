using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>The residual network (He et al. 2016, "Deep residual learning for image recognition", table 1). Parameters are named
/// as in torchvision.</summary>
public sealed class ResNet : Network
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Stack layer1;
    private readonly Stack layer2;
    private readonly Stack layer3;
    private readonly Stack layer4;
    private readonly Linear fc;

    private ResNet(string name, ReadOnlySpan<int> blocks, NetworkOptions options, Block block, int expansion)
        : base(name, options)
    {
        conv1 = Conv2d(options.InputChannels, 64, kernel_size: 7, stride: 2, padding: 3, bias: false);
        bn1 = BatchNorm2d(64);
        layer1 = Stage(64, 64, blocks[0], stride: 1, block, expansion);
        layer2 = Stage(64 * expansion, 128, blocks[1], stride: 2, block, expansion);
        layer3 = Stage(128 * expansion, 256, blocks[2], stride: 2, block, expansion);
        layer4 = Stage(256 * expansion, 512, blocks[3], stride: 2, block, expansion);
        fc = ClassifierOf(512 * expansion);
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);
    }

    private delegate Layer Block(int inChannels, int width, int stride);

    /// <inheritdoc/>
    public override Linear Classifier => fc;

    /// <inheritdoc/>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null)
    {
        var stem = operations.Relu(operations.Normalise(operations.Convolve(images, conv1), bn1));
        var middle = operations.Run(layer2, operations.Run(layer1, operations.MaxPool(stem, kernel: 3, stride: 2, padding: 1)));
        tap?.Invoke(middle);
        return operations.Run(layer4, operations.Run(layer3, middle));
    }

    /// <summary>Makes a network of basic blocks with random weights.</summary>
    /// <param name="name">Name of the architecture.</param>
    /// <param name="blocks">Blocks in each of the four stages.</param>
    /// <param name="options">Classes, input channels, dropout.</param>
    internal static ResNet OfBasicBlocks(string name, ReadOnlySpan<int> blocks, NetworkOptions options) =>
        new(name, blocks, options, (inChannels, width, stride) => new BasicBlock(inChannels, width, stride), expansion: 1);

    /// <summary>Makes a network of bottleneck blocks with random weights.</summary>
    /// <inheritdoc cref="OfBasicBlocks"/>
    internal static ResNet OfBottlenecks(string name, ReadOnlySpan<int> blocks, NetworkOptions options) =>
        new(
            name, blocks, options, (inChannels, width, stride) => new BottleneckBlock(inChannels, width, stride),
            BottleneckBlock.Expansion);

    private static Stack Stage(int inChannels, int width, int blocks, int stride, Block block, int expansion) =>
        new(Enumerable.Range(0, blocks).Select(index => index == 0
            ? block(inChannels, width, stride)
            : block(width * expansion, width, stride: 1)).ToArray());
}
