using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Inception v3 (Szegedy et al. 2016, "Rethinking the Inception architecture for computer vision", table 1) from the image
/// up to the last module on the 17 x 17 map, which TF-Slim calls Mixed_6e. Parameters are named as in torchvision.</summary>
public abstract class InceptionTrunk : Network
{
    private protected readonly BasicConv2d Conv2d_1a_3x3;
    private protected readonly BasicConv2d Conv2d_2a_3x3;
    private protected readonly BasicConv2d Conv2d_2b_3x3;
    private protected readonly BasicConv2d Conv2d_3b_1x1;
    private protected readonly BasicConv2d Conv2d_4a_3x3;
    private protected readonly InceptionA Mixed_5b;
    private protected readonly InceptionA Mixed_5c;
    private protected readonly InceptionA Mixed_5d;
    private protected readonly InceptionB Mixed_6a;
    private protected readonly InceptionC Mixed_6b;
    private protected readonly InceptionC Mixed_6c;
    private protected readonly InceptionC Mixed_6d;
    private protected readonly InceptionC Mixed_6e;

    private protected InceptionTrunk(string name, NetworkOptions options)
        : base(name, options)
    {
        Conv2d_1a_3x3 = new(options.InputChannels, 32, kernel: 3, stride: 2);
        Conv2d_2a_3x3 = new(32, 32, kernel: 3);
        Conv2d_2b_3x3 = new(32, 64, kernel: 3, padding: 1);
        Conv2d_3b_1x1 = new(64, 80, kernel: 1);
        Conv2d_4a_3x3 = new(80, 192, kernel: 3);
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
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null)
    {
        var stem = operations.MaxPool(operations.RunAll(images, Conv2d_1a_3x3, Conv2d_2a_3x3, Conv2d_2b_3x3), kernel: 3, stride: 2);
        stem = operations.MaxPool(operations.RunAll(stem, Conv2d_3b_1x1, Conv2d_4a_3x3), kernel: 3, stride: 2);
        var middle = operations.RunAll(stem, Mixed_5b, Mixed_5c, Mixed_5d);
        tap?.Invoke(middle);
        return operations.RunAll(middle, Mixed_6a, Mixed_6b, Mixed_6c, Mixed_6d, Mixed_6e);
    }
}
