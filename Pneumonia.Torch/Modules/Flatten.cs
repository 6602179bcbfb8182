using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Joins a range of dimensions.</summary>
public sealed class Flatten : nn.Module<Tensor, Tensor>
{
    private readonly long _start;
    private readonly long _end;

    internal Flatten(long start, long end) =>
        (_start, _end) = (start, end);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.flatten(_start, _end);
}
