using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// New tensors.
internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int pnt_zeros(ReadOnlySpan<long> sizes, int dims, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_ones(ReadOnlySpan<long> sizes, int dims, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_empty(ReadOnlySpan<long> sizes, int dims, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_rand(ReadOnlySpan<long> sizes, int dims, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_randn(ReadOnlySpan<long> sizes, int dims, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_zeros_like(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_ones_like(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_empty_like(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_rand_like(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_randn_like(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_full(ReadOnlySpan<long> sizes, int dims, Scalar value, torch.ScalarType type,
        out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_full_like(TensorHandle self, Scalar value, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_arange(Scalar start, Scalar end, Scalar step, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_linspace(double start, double end, long steps, torch.ScalarType type,
        out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_randperm(long count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_eye(long rows, long columns, torch.ScalarType type, out TensorHandle result);
}
