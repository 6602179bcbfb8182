using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>A convolution over images (N, C, H, W). Weight (out, in / groups, kernel height, kernel width), bias (out).</summary>
public sealed class Conv2d : nn.Module<Tensor, Tensor>
{
    internal Conv2d(long inputs, long outputs, Size2D kernel, Size2D stride, Size2D padding, Size2D dilation, long groups,
        bool bias)
    {
        if (groups < 1 || inputs % groups != 0 || outputs % groups != 0)
            throw new ArgumentException($"{inputs} input and {outputs} output channels cannot be split into {groups} groups.");
        (this.stride, this.padding, this.dilation, this.groups) = (stride, padding, dilation, groups);
        var fanIn = inputs / groups * kernel.Height * kernel.Width;
        weight = nn.init.Default(fanIn, outputs, inputs / groups, kernel.Height, kernel.Width);
        this.bias = bias ? nn.init.Default(fanIn, outputs) : null;
        RegisterComponents();
    }

    /// <summary>The kernels.</summary>
    public Parameter weight { get; }

    /// <summary>One number per output channel, or null.</summary>
    public Parameter? bias { get; }

    /// <summary>Steps between windows.</summary>
    public Size2D stride { get; }

    /// <summary>Zeros around the image.</summary>
    public Size2D padding { get; }

    /// <summary>Steps inside a window.</summary>
    public Size2D dilation { get; }

    /// <summary>How many independent convolutions the channels are split into.</summary>
    public long groups { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
}
