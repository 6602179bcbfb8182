using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Convolution, batch normalisation and ReLU.</summary>
internal sealed class BasicConv2d : Layer
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d bn;

    public BasicConv2d(int inChannels, int outChannels, int kernel, int stride = 1, int padding = 0)
        : this(inChannels, outChannels, (kernel, kernel), (padding, padding), stride)
    {
    }

    public BasicConv2d(int inChannels, int outChannels, (long Height, long Width) kernel, (long Height, long Width) padding, int stride = 1)
        : base(nameof(BasicConv2d))
    {
        conv = Conv2d(inChannels, outChannels, kernel, (stride, stride), padding, bias: false);
        bn = BatchNorm2d(outChannels, eps: 1e-3);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input) =>
        operations.Relu(operations.Normalise(operations.Convolve(input, conv), bn));
}
