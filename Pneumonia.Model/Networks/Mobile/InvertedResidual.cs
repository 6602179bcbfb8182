using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Expansion by a 1x1 convolution, a depthwise 3x3 convolution and a linear projection, with a shortcut where the shape
/// stays (Sandler et al. 2018, table 1 and figure 4d).</summary>
internal sealed class InvertedResidual : Layer
{
    private readonly bool _shortcut;
    private readonly Stack conv;

    public InvertedResidual(int inChannels, int outChannels, int stride, int expansion)
        : base(nameof(InvertedResidual))
    {
        _shortcut = stride == 1 && inChannels == outChannels;
        var width = inChannels * expansion;
        List<Module> layers =
        [
            ConvNormActivation.Create(width, width, kernel: 3, ActivationKind.Relu6, stride, groups: width),
            Conv2d(width, outChannels, kernel_size: 1, bias: false),
            BatchNorm2d(outChannels),
        ];
        if (expansion != 1)
        {
            layers.Insert(0, ConvNormActivation.Create(inChannels, width, kernel: 1, ActivationKind.Relu6));
        }

        conv = new Stack(layers);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var output = operations.Run(conv, input);
        return _shortcut ? operations.Add(output, input) : output;
    }
}
