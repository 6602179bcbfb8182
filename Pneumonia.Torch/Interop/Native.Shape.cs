using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Views, joins and picks.
internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int pnt_reshape(TensorHandle self, ReadOnlySpan<long> values, int count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_permute(TensorHandle self, ReadOnlySpan<long> values, int count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_flip(TensorHandle self, ReadOnlySpan<long> values, int count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_expand(TensorHandle self, ReadOnlySpan<long> values, int count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_repeat(TensorHandle self, ReadOnlySpan<long> values, int count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_view(TensorHandle self, ReadOnlySpan<long> sizes, int count, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_roll(TensorHandle self, ReadOnlySpan<long> shifts, int count, ReadOnlySpan<long> dims,
        int dimCount, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_transpose(TensorHandle self, long first, long second, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_flatten(TensorHandle self, long start, long end, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_squeeze(TensorHandle self, Scalar dim, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_unsqueeze(TensorHandle self, long dim, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_narrow(TensorHandle self, long dim, long start, long length, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_select(TensorHandle self, long dim, long index, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_index_select(TensorHandle self, long dim, TensorHandle index, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_gather(TensorHandle self, long dim, TensorHandle index, out TensorHandle result);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pnt_pad(TensorHandle self, ReadOnlySpan<long> pads, int count, string mode, double value,
        out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_cat(TensorListHandle tensors, long dim, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_stack(TensorListHandle tensors, long dim, out TensorHandle result);
}
