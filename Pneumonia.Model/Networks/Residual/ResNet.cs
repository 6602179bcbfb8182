using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>The residual network (He et al. 2016, "Deep residual learning for image recognition", table 1). Parameters are named
/// as in torchvision.</summary>
public sealed class ResNet : Network
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly MaxPool2d maxpool;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly Linear fc;

    private ResNet(string name, ReadOnlySpan<int> blocks, NetworkOptions options, Block block, int expansion)
        : base(name, options)
    {
        conv1 = Conv2d(options.InputChannels, 64, kernel_size: 7, stride: 2, padding: 3, bias: false);
        bn1 = BatchNorm2d(64);
        maxpool = MaxPool2d(kernel_size: 3, stride: 2, padding: 1);
        layer1 = Stage(64, 64, blocks[0], stride: 1, block, expansion);
        layer2 = Stage(64 * expansion, 128, blocks[1], stride: 2, block, expansion);
        layer3 = Stage(128 * expansion, 256, blocks[2], stride: 2, block, expansion);
        layer4 = Stage(256 * expansion, 512, blocks[3], stride: 2, block, expansion);
        fc = Linear(512 * expansion, options.Classes);
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);
    }

    private delegate Module<Tensor, Tensor> Block(int inChannels, int width, int stride);

    /// <inheritdoc/>
    public override Linear Classifier => fc;

    /// <inheritdoc/>
    public override Tensor Features(Tensor images, Action<Tensor>? tap = null)
    {
        var stem = maxpool.forward(bn1.forward(conv1.forward(images)).relu_());
        var middle = layer2.forward(layer1.forward(stem));
        tap?.Invoke(middle);
        return layer4.forward(layer3.forward(middle));
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

    private static Sequential Stage(int inChannels, int width, int blocks, int stride, Block block, int expansion) =>
        Sequential(Enumerable.Range(0, blocks).Select(index => index == 0
            ? block(inChannels, width, stride)
            : block(width * expansion, width, stride: 1)).ToArray());
}
