using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Life, metadata and contents of a tensor, and lists of tensors.
internal static partial class Native
{
    [LibraryImport(Library)] internal static partial void pnt_tensor_delete(IntPtr self);
    [LibraryImport(Library)]
    internal static partial int pnt_from_data(ReadOnlySpan<byte> data, long bytes, ReadOnlySpan<long> sizes, int dims,
        torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_copy_to(TensorHandle self, Span<byte> data, long bytes);
    [LibraryImport(Library)] internal static partial int pnt_data(TensorHandle self, out IntPtr data, out long bytes);
    [LibraryImport(Library)] internal static partial int pnt_dtype(TensorHandle self, out torch.ScalarType type);
    [LibraryImport(Library)] internal static partial int pnt_dim(TensorHandle self, out long dims);
    [LibraryImport(Library)] internal static partial int pnt_numel(TensorHandle self, out long count);
    [LibraryImport(Library)] internal static partial int pnt_size(TensorHandle self, long dim, out long size);
    [LibraryImport(Library)] internal static partial int pnt_stride(TensorHandle self, long dim, out long stride);
    [LibraryImport(Library)]
    internal static partial int pnt_is_contiguous(TensorHandle self, torch.memory_format format, out int answer);
    [LibraryImport(Library)] internal static partial int pnt_item(TensorHandle self, out Scalar value);
    [LibraryImport(Library)]
    internal static partial int pnt_to_type(TensorHandle self, torch.ScalarType type, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_contiguous(TensorHandle self, torch.memory_format format, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_clone(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_detach(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_alias(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_copy_(TensorHandle self, TensorHandle source);
    [LibraryImport(Library)] internal static partial int pnt_set_data(TensorHandle self, TensorHandle data);
    [LibraryImport(Library)] internal static partial int pnt_list_new(out TensorListHandle list);
    [LibraryImport(Library)] internal static partial void pnt_list_delete(IntPtr list);
    [LibraryImport(Library)] internal static partial int pnt_list_add(TensorListHandle list, TensorHandle tensor);
    [LibraryImport(Library)] internal static partial int pnt_list_count(TensorListHandle list, out int count);
    [LibraryImport(Library)] internal static partial int pnt_list_get(TensorListHandle list, int index, out TensorHandle result);
}
