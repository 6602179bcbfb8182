using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Elements are limited to 0..6.</summary>
public sealed class ReLU6 : nn.Module<Tensor, Tensor>
{
    internal ReLU6()
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.relu6();
}
