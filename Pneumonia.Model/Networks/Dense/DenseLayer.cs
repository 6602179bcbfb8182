using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Dense;

/// <summary>Adds a few channels to those it gets: normalisation, ReLU, a 1x1 and a 3x3 convolution (Huang et al. 2017, section 3,
/// "bottleneck layers").</summary>
internal sealed class DenseLayer : Module<Tensor, Tensor>
{
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv2;

    public DenseLayer(int inChannels, int growth)
    {
        norm1 = BatchNorm2d(inChannels);
        conv1 = Conv2d(inChannels, 4 * growth, kernel_size: 1, bias: false);
        norm2 = BatchNorm2d(4 * growth);
        conv2 = Conv2d(4 * growth, growth, kernel_size: 3, padding: 1, bias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var squeezed = conv1.forward(norm1.forward(input).relu_());
        var added = conv2.forward(norm2.forward(squeezed).relu_());
        return scope.MoveToOuter(cat([input, added], dim: 1));
    }
}
