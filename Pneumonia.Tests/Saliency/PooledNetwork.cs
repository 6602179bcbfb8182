using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Tests.Saliency;

/// <summary>A small network of three classes that ends in global average pooling.</summary>
internal sealed class PooledNetwork : Network
{
    private readonly Conv2d convolution = Conv2d(1, 5, kernel_size: 3);
    private readonly Linear classifier = Linear(5, 3);

    public PooledNetwork()
        : base("pooled", new NetworkOptions(Classes: 3))
    {
        RegisterComponents();
        eval();
    }

    public override Linear Classifier => classifier;

    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        operations.Relu(operations.Convolve(images, convolution));
}
