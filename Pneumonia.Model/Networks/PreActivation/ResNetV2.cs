using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.PreActivation;

/// <summary>The pre-activation residual network (He et al. 2016, "Identity mappings in deep residual networks"). Parameters are
/// named as in timm; its classifier, a 1x1 convolution there, is a linear layer here.</summary>
public sealed class ResNetV2 : Network
{
    private static readonly int[] s_channels = [256, 512, 1024, 2048];

    private readonly Stack stem;
    private readonly Stack stages;
    private readonly BatchNorm2d norm;
    private readonly Stack head;

    /// <summary>Makes the network with random weights.</summary>
    /// <param name="name">Name of the architecture.</param>
    /// <param name="blocks">Blocks in each of the four stages.</param>
    /// <param name="options">Classes, input channels, dropout.</param>
    internal ResNetV2(string name, int[] blocks, NetworkOptions options)
        : base(name, options)
    {
        stem = new Stack(
            ("conv", Conv2d(options.InputChannels, 64, kernel_size: 7, stride: 2, padding: 3, bias: false)),
            ("pool", Pool.Max(kernel: 3, stride: 2, padding: 1)));
        stages = new Stack(blocks.Select((count, stage) =>
            Stage(stage == 0 ? 64 : s_channels[stage - 1], s_channels[stage], count, stride: stage == 0 ? 1 : 2)).ToArray());
        norm = BatchNorm2d(s_channels[^1]);
        head = new Stack(("fc", ClassifierOf(s_channels[^1])));
        RegisterComponents();
        NetworkInitialization.KaimingFanOut(this);
        NetworkInitialization.NarrowLinear(this);
    }

    /// <inheritdoc/>
    public override Linear Classifier => (Linear)head[^1];

    /// <inheritdoc/>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        operations.Relu(operations.Normalise(stages.Run(operations, operations.Run(stem, images), tap, tapped: 1), norm));

    private static Stack Stage(int inChannels, int outChannels, int blocks, int stride)
    {
        var modules = Enumerable.Range(0, blocks).Select(index => index == 0
            ? new PreActivationBottleneck(inChannels, outChannels, stride, project: true)
            : new PreActivationBottleneck(outChannels, outChannels, stride: 1, project: false));
        return new Stack(("blocks", new Stack(modules)));
    }
}
