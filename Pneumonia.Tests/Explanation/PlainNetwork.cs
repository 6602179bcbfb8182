using Pneumonia.Model.Networks;
using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Tests.Explanation;

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

    public override Tensor Features(Tensor images, Action<Tensor>? tap = null) => convolution.forward(images).relu_();

    public override Tensor Bottleneck(Tensor features) => features.flatten(1);
}
