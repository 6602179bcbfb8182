using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Convolution, batch normalisation and ReLU.</summary>
internal sealed class BasicConv2d : Module<Tensor, Tensor>
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d bn;

    public BasicConv2d(int inChannels, int outChannels, Size2D kernel, Size2D? stride = null, Size2D? padding = null)
    {
        conv = Conv2d(inChannels, outChannels, kernel, stride, padding, bias: false);
        bn = BatchNorm2d(outChannels, eps: 1e-3);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(bn.forward(conv.forward(input)).relu_());
    }
}
