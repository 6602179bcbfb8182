using Pneumonia.Core.Graphs;
using TorchSharp.Modules;

namespace Pneumonia.Model.Packaging.Onnx;

/// <summary>A convolution that is not written yet.</summary>
/// <param name="Input">Its input.</param>
/// <param name="Layer">Kernels, stride, padding, groups.</param>
/// <param name="Bias">One number a channel; empty: none.</param>
internal sealed record WaitingConvolution(OnnxValue Input, Conv2d Layer, float[] Bias)
{
    /// <summary>How its kernels move.</summary>
    public OnnxWindow Window { get; } = new(Pair(Layer.kernel_size))
    {
        Stride = Pair(Layer.stride), Padding = Pair(Layer.padding!), Dilation = Pair(Layer.dilation),
    };

    private static (int Height, int Width) Pair(long[] sizes) => ((int)sizes[0], (int)sizes[^1]);
}
