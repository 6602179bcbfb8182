using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Inception v3 (Szegedy et al. 2016, "Rethinking the Inception architecture for computer vision", table 1) from the image
/// up to the last module on the 17 x 17 map, which TF-Slim calls Mixed_6e. Parameters are named as in torchvision.</summary>
public abstract class InceptionTrunk : Network
{
    private readonly BasicConv2d Conv2d_1a_3x3;
    private readonly BasicConv2d Conv2d_2a_3x3;
    private readonly BasicConv2d Conv2d_2b_3x3;
    private readonly MaxPool2d maxpool1;
    private readonly BasicConv2d Conv2d_3b_1x1;
    private readonly BasicConv2d Conv2d_4a_3x3;
    private readonly MaxPool2d maxpool2;
    private readonly InceptionA Mixed_5b;
    private readonly InceptionA Mixed_5c;
    private readonly InceptionA Mixed_5d;
    private readonly InceptionB Mixed_6a;
    private readonly InceptionC Mixed_6b;
    private readonly InceptionC Mixed_6c;
    private readonly InceptionC Mixed_6d;
    private readonly InceptionC Mixed_6e;

    private protected InceptionTrunk(string name, NetworkOptions options)
        : base(name, options)
    {
        Conv2d_1a_3x3 = new(options.InputChannels, 32, kernel: 3, stride: 2);
        Conv2d_2a_3x3 = new(32, 32, kernel: 3);
        Conv2d_2b_3x3 = new(32, 64, kernel: 3, padding: 1);
        maxpool1 = MaxPool2d(kernel_size: 3, stride: 2);
        Conv2d_3b_1x1 = new(64, 80, kernel: 1);
        Conv2d_4a_3x3 = new(80, 192, kernel: 3);
        maxpool2 = MaxPool2d(kernel_size: 3, stride: 2);
        Mixed_5b = new(192, poolChannels: 32);
        Mixed_5c = new(256, poolChannels: 64);
        Mixed_5d = new(288, poolChannels: 64);
        Mixed_6a = new(288);
        Mixed_6b = new(768, width: 128);
        Mixed_6c = new(768, width: 160);
        Mixed_6d = new(768, width: 160);
        Mixed_6e = new(768, width: 192);
    }

    /// <inheritdoc/>
    /// <returns>[N, 768, h, w]: 17 x 17 for an image of 299 x 299, 12 x 12 for 224 x 224.</returns>
    public override Tensor Features(Tensor images, Action<Tensor>? tap = null)
    {
        using var scope = NewDisposeScope();
        Module<Tensor, Tensor>[] lower =
        [
            Conv2d_1a_3x3, Conv2d_2a_3x3, Conv2d_2b_3x3, maxpool1, Conv2d_3b_1x1, Conv2d_4a_3x3, maxpool2, Mixed_5b, Mixed_5c, Mixed_5d,
        ];
        Module<Tensor, Tensor>[] upper = [Mixed_6a, Mixed_6b, Mixed_6c, Mixed_6d, Mixed_6e];
        var middle = lower.Aggregate(images, (input, layer) => layer.forward(input));
        tap?.Invoke(middle);
        return scope.MoveToOuter(upper.Aggregate(middle, (input, layer) => layer.forward(input)));
    }
}
