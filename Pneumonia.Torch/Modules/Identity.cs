using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Gives back what it gets.</summary>
public sealed class Identity : nn.Module<Tensor, Tensor>
{
    internal Identity()
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input;
}
