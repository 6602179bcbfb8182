using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>Negative elements become zero.</summary>
public sealed class ReLU : nn.Module<Tensor, Tensor>
{
    private readonly bool _inplace;

    internal ReLU(bool inplace) => _inplace = inplace;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _inplace ? input.relu_() : input.relu();
}
