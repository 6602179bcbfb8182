using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Logistic function.</summary>
public sealed class Sigmoid : nn.Module<Tensor, Tensor>
{
    internal Sigmoid()
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.sigmoid();
}
