using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Reductions and order.
internal static partial class Native
{
    [LibraryImport(Library)] internal static partial int pnt_max(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_min(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_all(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_any(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_sum(TensorHandle self, ReadOnlySpan<long> dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_mean(TensorHandle self, ReadOnlySpan<long> dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_std(TensorHandle self, ReadOnlySpan<long> dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_var(TensorHandle self, ReadOnlySpan<long> dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool unbiased, [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_max_dim(TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out TensorListHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_min_dim(TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out TensorListHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_argmax(TensorHandle self, Scalar dim, [MarshalAs(UnmanagedType.U1)] bool keepdim,
        out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_norm(TensorHandle self, double p, ReadOnlySpan<long> dims, int count,
        [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_sort(TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool descending,
        out TensorListHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_topk(TensorHandle self, long k, long dim, [MarshalAs(UnmanagedType.U1)] bool largest,
        out TensorListHandle result);
}
