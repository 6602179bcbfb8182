using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks;

/// <summary>The residual network of basic blocks (He et al. 2016, section 4.1). Parameters are named as in torchvision.</summary>
public sealed class ResNet : Network
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly MaxPool2d maxpool;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly Dropout dropout;
    private readonly Linear fc;

    /// <summary>Makes the network with random weights (He et al. 2015 initialisation, as torchvision).</summary>
    /// <param name="name">Module's name.</param>
    /// <param name="blocks">Basic blocks in each of the four stages.</param>
    /// <param name="options">Classes, input channels, dropout.</param>
    public ResNet(string name, ReadOnlySpan<int> blocks, NetworkOptions options)
        : base(name)
    {
        conv1 = Conv2d(options.InputChannels, 64, kernel_size: 7, stride: 2, padding: 3, bias: false);
        bn1 = BatchNorm2d(64);
        maxpool = MaxPool2d(kernel_size: 3, stride: 2, padding: 1);
        layer1 = Stage(64, 64, blocks[0], stride: 1);
        layer2 = Stage(64, 128, blocks[1], stride: 2);
        layer3 = Stage(128, 256, blocks[2], stride: 2);
        layer4 = Stage(256, 512, blocks[3], stride: 2);
        dropout = Dropout(options.Dropout);
        fc = Linear(512, options.Classes);
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);
    }

    /// <inheritdoc/>
    public override Linear Classifier => fc;

    /// <inheritdoc/>
    public override Tensor Features(Tensor images)
    {
        var stem = maxpool.forward(bn1.forward(conv1.forward(images)).relu_());
        return layer4.forward(layer3.forward(layer2.forward(layer1.forward(stem))));
    }

    /// <inheritdoc/>
    public override Tensor Classify(Tensor bottleneck) => fc.forward(dropout.forward(bottleneck));

    private static Sequential Stage(int inChannels, int outChannels, int blocks, int stride)
    {
        var modules = Enumerable.Range(0, blocks).Select(block => (Module<Tensor, Tensor>)new BasicBlock(
            block == 0 ? inChannels : outChannels, outChannels, block == 0 ? stride : 1));
        return Sequential(modules.ToArray());
    }
}
