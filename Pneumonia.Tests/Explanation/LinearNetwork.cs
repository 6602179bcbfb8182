using Pneumonia.Model.Networks;
using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Tests.Explanation;

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
        classifier.weight.select(0, 1).copy_(tensor<float>(weights));
        eval();
    }

    public override Linear Classifier => classifier;

    public override bool EndsInGlobalAveragePooling => false;

    public override Tensor Features(Tensor images, Action<Tensor>? tap = null) => images;

    public override Tensor Bottleneck(Tensor features) => features.flatten(1);
}
