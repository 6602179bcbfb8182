using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Layers and losses.
internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int pnt_conv2d(TensorHandle input, TensorHandle weight, TensorHandle bias, Size2D stride,
        Size2D padding, Size2D dilation, long groups, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_batch_norm(TensorHandle input, TensorHandle weight, TensorHandle bias, TensorHandle mean,
        TensorHandle var, [MarshalAs(UnmanagedType.U1)] bool training, double momentum, double eps, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_linear(TensorHandle input, TensorHandle weight, TensorHandle bias, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_max_pool2d(TensorHandle input, Size2D kernel, Size2D stride, Size2D padding, Size2D dilation,
        [MarshalAs(UnmanagedType.U1)] bool ceilMode, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_avg_pool2d(TensorHandle input, Size2D kernel, Size2D stride, Size2D padding,
        [MarshalAs(UnmanagedType.U1)] bool ceilMode, [MarshalAs(UnmanagedType.U1)] bool countIncludePad, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_adaptive_avg_pool2d(TensorHandle input, Size2D size, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_dropout(TensorHandle input, double p, [MarshalAs(UnmanagedType.U1)] bool training,
        out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_upsample_bilinear2d(TensorHandle input, Size2D size,
        [MarshalAs(UnmanagedType.U1)] bool alignCorners, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_upsample_nearest2d(TensorHandle input, Size2D size, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_affine_grid(TensorHandle theta, ReadOnlySpan<long> sizes, int dims,
        [MarshalAs(UnmanagedType.U1)] bool alignCorners, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_grid_sample(TensorHandle input, TensorHandle grid, long mode, long padding,
        [MarshalAs(UnmanagedType.U1)] bool alignCorners, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_cross_entropy(TensorHandle input, TensorHandle target, TensorHandle weight, long reduction,
        long ignoreIndex, double labelSmoothing, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_binary_cross_entropy_with_logits(TensorHandle input, TensorHandle target, TensorHandle weight,
        TensorHandle posWeight, long reduction, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_mse_loss(TensorHandle input, TensorHandle target, long reduction, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_kl_div(TensorHandle input, TensorHandle target, long reduction,
        [MarshalAs(UnmanagedType.U1)] bool logTarget, out TensorHandle result);
}
