using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Scales each channel by a gate computed from the means of all (Hu et al. 2018, equations 2 to 4).</summary>
internal sealed class SqueezeExcitation : Layer
{
    private readonly Conv2d fc1;
    private readonly Conv2d fc2;

    public SqueezeExcitation(int channels, int squeezed)
        : base(nameof(SqueezeExcitation))
    {
        fc1 = Conv2d(channels, squeezed, kernel_size: 1);
        fc2 = Conv2d(squeezed, channels, kernel_size: 1);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var squeezed = operations.Silu(operations.Convolve(operations.AveragePoolTo(input, 1), fc1));
        return operations.Scale(input, operations.Sigmoid(operations.Convolve(squeezed, fc2)));
    }
}
