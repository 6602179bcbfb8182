using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>The greatest element under a sliding window.</summary>
public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
{
    private readonly Size2D _kernel;
    private readonly Size2D? _stride;
    private readonly Size2D? _padding;
    private readonly Size2D? _dilation;
    private readonly bool _ceil;

    internal MaxPool2d(Size2D kernel, Size2D? stride, Size2D? padding, Size2D? dilation, bool ceil) =>
        (_kernel, _stride, _padding, _dilation, _ceil) = (kernel, stride, padding, dilation, ceil);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.max_pool2d(input, _kernel, _stride, _padding, _dilation, _ceil);
}
