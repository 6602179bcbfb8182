using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>An inverted bottleneck with squeeze-and-excitation, the "MBConv" of Tan and Le (2019, table 1).</summary>
internal sealed class MobileBottleneck : Layer
{
    private readonly bool _shortcut;
    private readonly Stack block;
    private readonly StochasticDepth stochastic_depth;

    public MobileBottleneck(int inChannels, int outChannels, int kernel, int stride, int expansion, double leftOut)
        : base(nameof(MobileBottleneck))
    {
        _shortcut = stride == 1 && inChannels == outChannels;
        var width = inChannels * expansion;
        List<Module> layers =
        [
            ConvNormActivation.Create(width, width, kernel, ActivationKind.Silu, stride, groups: width),
            new SqueezeExcitation(width, squeezed: inChannels / 4),
            ConvNormActivation.Create(width, outChannels, kernel: 1, activation: null),
        ];
        if (expansion != 1)
        {
            layers.Insert(0, ConvNormActivation.Create(inChannels, width, kernel: 1, ActivationKind.Silu));
        }

        block = new Stack(layers);
        stochastic_depth = new StochasticDepth(leftOut);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var output = operations.Run(block, input);
        return _shortcut ? operations.Add(operations.Run(stochastic_depth, output), input) : output;
    }
}
