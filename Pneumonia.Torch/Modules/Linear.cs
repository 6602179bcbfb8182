using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>x times the transposed weight (out, in), plus a bias (out).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputs, long outputs, bool hasBias)
    {
        weight = nn.init.Default(inputs, outputs, inputs);
        bias = hasBias ? nn.init.Default(inputs, outputs) : null;
        RegisterComponents();
    }

    /// <summary>The matrix.</summary>
    public Parameter weight { get; }

    /// <summary>One number per output, or null.</summary>
    public Parameter? bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
}
