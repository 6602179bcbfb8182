using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>The mean under a sliding window.</summary>
public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly Size2D _kernel;
    private readonly Size2D? _stride;
    private readonly Size2D? _padding;
    private readonly bool _ceil;
    private readonly bool _countPad;

    internal AvgPool2d(Size2D kernel, Size2D? stride, Size2D? padding, bool ceil, bool countPad) =>
        (_kernel, _stride, _padding, _ceil, _countPad) = (kernel, stride, padding, ceil, countPad);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.avg_pool2d(input, _kernel, _stride, _padding, _ceil, _countPad);
}
