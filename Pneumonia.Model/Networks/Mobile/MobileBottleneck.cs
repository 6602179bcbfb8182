using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>An inverted bottleneck with squeeze-and-excitation, the "MBConv" of Tan and Le (2019, table 1).</summary>
internal sealed class MobileBottleneck : Module<Tensor, Tensor>
{
    private readonly bool _shortcut;
    private readonly Sequential block;
    private readonly StochasticDepth stochastic_depth;

    public MobileBottleneck(int inChannels, int outChannels, int kernel, int stride, int expansion, double leftOut)
    {
        _shortcut = stride == 1 && inChannels == outChannels;
        var width = inChannels * expansion;
        List<Module<Tensor, Tensor>> layers =
        [
            ConvNormActivation.Create(width, width, kernel, SiLU(), stride, groups: width),
            new SqueezeExcitation(width, squeezed: inChannels / 4),
            ConvNormActivation.Create(width, outChannels, kernel: 1, activation: null),
        ];
        if (expansion != 1)
        {
            layers.Insert(0, ConvNormActivation.Create(inChannels, width, kernel: 1, SiLU()));
        }

        block = Sequential(layers);
        stochastic_depth = new StochasticDepth(leftOut);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var output = block.forward(input);
        return scope.MoveToOuter(_shortcut ? stochastic_depth.forward(output).add_(input) : output);
    }
}
