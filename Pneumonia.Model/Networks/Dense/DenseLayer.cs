using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Dense;

/// <summary>Adds a few channels to those it gets: normalisation, ReLU, a 1x1 and a 3x3 convolution (Huang et al. 2017, section 3,
/// "bottleneck layers").</summary>
internal sealed class DenseLayer : Layer
{
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv2;

    public DenseLayer(int inChannels, int growth)
        : base(nameof(DenseLayer))
    {
        norm1 = BatchNorm2d(inChannels);
        conv1 = Conv2d(inChannels, 4 * growth, kernel_size: 1, bias: false);
        norm2 = BatchNorm2d(4 * growth);
        conv2 = Conv2d(4 * growth, growth, kernel_size: 3, padding: 1, bias: false);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var squeezed = operations.Convolve(operations.Relu(operations.Normalise(input, norm1)), conv1);
        var added = operations.Convolve(operations.Relu(operations.Normalise(squeezed, norm2)), conv2);
        return operations.Join(input, added);
    }
}
