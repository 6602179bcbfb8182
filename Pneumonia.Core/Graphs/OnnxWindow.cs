namespace Pneumonia.Core.Graphs;

/// <summary>How a kernel moves over a feature map; each pair is rows, columns. Sizes follow PyTorch.</summary>
/// <param name="Kernel">Its size.</param>
public readonly record struct OnnxWindow((int Height, int Width) Kernel)
{
    /// <summary>A square kernel.</summary>
    /// <param name="kernel">Rows and columns.</param>
    /// <param name="stride">Step, in both directions.</param>
    /// <param name="padding">Padding, on all four sides.</param>
    public OnnxWindow(int kernel, int stride = 1, int padding = 0)
        : this((kernel, kernel))
    {
        Stride = (stride, stride);
        Padding = (padding, padding);
    }

    /// <summary>Step from one place to the next.</summary>
    public (int Height, int Width) Stride { get; init; } = (1, 1);

    /// <summary>Rows added above and below, columns added on the left and on the right.</summary>
    public (int Height, int Width) Padding { get; init; } = (0, 0);

    /// <summary>Step from one weight of the kernel to the next.</summary>
    public (int Height, int Width) Dilation { get; init; } = (1, 1);

    /// <summary>Whether a last window may hang over the end, as long as it begins before it.</summary>
    public bool CeilMode { get; init; }

    /// <summary>The attributes of ONNX's convolutions and pools. ONNX's own ceil mode is not used: under it, the sizes that ONNX
    /// Runtime infers are not always those that it computes. A longer padding at the end says the same.</summary>
    internal IEnumerable<OnnxAttribute> Attributes(OnnxValue input)
    {
        var end = EndPadding(input);
        yield return OnnxAttribute.Ints("kernel_shape", Kernel.Height, Kernel.Width);
        yield return OnnxAttribute.Ints("strides", Stride.Height, Stride.Width);
        yield return OnnxAttribute.Ints("pads", Padding.Height, Padding.Width, end.Height, end.Width);
        if (Dilation != (1, 1))
        {
            yield return OnnxAttribute.Ints("dilations", Dilation.Height, Dilation.Width);
        }
    }

    /// <summary>Rows and columns of what comes out.</summary>
    public (int Height, int Width) Output(OnnxValue input) =>
        (Length(input.Height, Kernel.Height, Stride.Height, Padding.Height, Dilation.Height),
            Length(input.Width, Kernel.Width, Stride.Width, Padding.Width, Dilation.Width));

    /// <summary>Padding below and on the right, longer than the padding where a last window hangs over.</summary>
    internal (int Height, int Width) EndPadding(OnnxValue input)
    {
        var (height, width) = Output(input);
        return (
            Math.Max(Padding.Height, ((height - 1) * Stride.Height) + Reach(Kernel.Height, Dilation.Height) - input.Height - Padding.Height),
            Math.Max(Padding.Width, ((width - 1) * Stride.Width) + Reach(Kernel.Width, Dilation.Width) - input.Width - Padding.Width));
    }

    private static int Reach(int kernel, int dilation) => (dilation * (kernel - 1)) + 1;

    private int Length(int input, int kernel, int stride, int padding, int dilation)
    {
        var free = input + (2 * padding) - Reach(kernel, dilation);
        if (free < 0)
        {
            throw new ArgumentException($"A kernel of {kernel} is larger than an input of {input} with a padding of {padding}.");
        }

        var length = (CeilMode ? (free + stride - 1) / stride : free / stride) + 1;
        return CeilMode && (length - 1) * stride >= input + padding ? length - 1 : length;
    }
}
