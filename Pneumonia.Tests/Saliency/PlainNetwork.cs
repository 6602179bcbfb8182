using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Tests.Saliency;

/// <summary>A network whose classifier sees every place of the map by itself.</summary>
internal sealed class PlainNetwork : Network
{
    private readonly Conv2d convolution = Conv2d(1, 5, kernel_size: 3);
    private readonly Linear classifier = Linear(5 * 4 * 6, 2);

    public PlainNetwork()
        : base("plain", new NetworkOptions(Classes: 2)) =>
        RegisterComponents();

    public override Linear Classifier => classifier;

    public override bool EndsInGlobalAveragePooling => false;

    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        operations.Relu(operations.Convolve(images, convolution));

    public override T Bottleneck<T>(IOperations<T> operations, T features) => operations.Flatten(features);
}
