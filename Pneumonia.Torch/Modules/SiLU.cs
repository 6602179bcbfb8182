using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>x times its logistic function.</summary>
public sealed class SiLU : nn.Module<Tensor, Tensor>
{
    internal SiLU()
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.silu();
}
