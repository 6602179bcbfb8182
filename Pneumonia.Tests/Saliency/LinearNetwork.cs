using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Tests.Saliency;

/// <summary>Two classes; the margin of class 1 is the sum of pixels times weights, so that every explanation is known by hand.</summary>
internal sealed class LinearNetwork : Network
{
    private readonly Linear classifier;

    public LinearNetwork(float[] weights)
        : base("linear", new NetworkOptions(Classes: 2))
    {
        classifier = Linear(weights.Length, 2);
        RegisterComponents();
        using var gradients = no_grad();
        classifier.bias!.zero_();
        classifier.weight.select(0, 0).zero_();
        classifier.weight.select(0, 1).copy_(tensor(weights));
        eval();
    }

    public override Linear Classifier => classifier;

    public override bool EndsInGlobalAveragePooling => false;

    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) => images;

    public override T Bottleneck<T>(IOperations<T> operations, T features) => operations.Flatten(features);
}
