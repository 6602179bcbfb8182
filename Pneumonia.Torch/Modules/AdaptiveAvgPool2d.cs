using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Means over a grid of fixed size.</summary>
public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly Size2D _size;

    internal AdaptiveAvgPool2d(Size2D size) => _size = size;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, _size);
}
