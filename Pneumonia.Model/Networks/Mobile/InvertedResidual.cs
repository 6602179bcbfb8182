using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Expansion by a 1x1 convolution, a depthwise 3x3 convolution and a linear projection, with a shortcut where the shape
/// stays (Sandler et al. 2018, table 1 and figure 4d).</summary>
internal sealed class InvertedResidual : Module<Tensor, Tensor>
{
    private readonly bool _shortcut;
    private readonly Sequential conv;

    public InvertedResidual(int inChannels, int outChannels, int stride, int expansion)
    {
        _shortcut = stride == 1 && inChannels == outChannels;
        var width = inChannels * expansion;
        List<Module<Tensor, Tensor>> layers =
        [
            ConvNormActivation.Create(width, width, kernel: 3, new ClippedReLU(), stride, groups: width),
            Conv2d(width, outChannels, kernel_size: 1, bias: false),
            BatchNorm2d(outChannels),
        ];
        if (expansion != 1)
        {
            layers.Insert(0, ConvNormActivation.Create(inChannels, width, kernel: 1, new ClippedReLU()));
        }

        conv = Sequential(layers);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var output = conv.forward(input);
        return _shortcut ? output.add_(input) : output;
    }
}
