using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Zeroes elements at random in training.</summary>
public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    private readonly double _p;

    internal Dropout(double p) => _p = p;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.dropout(input, _p, training);
}
