using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Gradients and modes.
internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int pnt_set_requires_grad(TensorHandle self, [MarshalAs(UnmanagedType.U1)] bool value);
    [LibraryImport(Library)] internal static partial int pnt_requires_grad(TensorHandle self, out int answer);
    [LibraryImport(Library)] internal static partial int pnt_is_leaf(TensorHandle self, out int answer);
    [LibraryImport(Library)] internal static partial int pnt_grad(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_set_grad(TensorHandle self, TensorHandle grad);
    [LibraryImport(Library)]
    internal static partial int pnt_backward(TensorHandle self, TensorHandle gradient,
        [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph);
    [LibraryImport(Library)]
    internal static partial int pnt_autograd_grad(TensorListHandle outputs, TensorListHandle inputs, TensorListHandle gradOutputs,
        [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph,
        [MarshalAs(UnmanagedType.U1)] bool allowUnused, out TensorListHandle result);
    [LibraryImport(Library)] internal static partial int pnt_is_grad_enabled();
    [LibraryImport(Library)] internal static partial int pnt_is_inference_mode_enabled();
    [LibraryImport(Library)]
    internal static partial int pnt_grad_mode([MarshalAs(UnmanagedType.U1)] bool enabled, out ModeHandle mode);
    [LibraryImport(Library)]
    internal static partial int pnt_inference_mode([MarshalAs(UnmanagedType.U1)] bool enabled, out ModeHandle mode);
    [LibraryImport(Library)]
    internal static partial int pnt_autocast(torch.ScalarType type, [MarshalAs(UnmanagedType.U1)] bool enabled,
        out ModeHandle mode);
    [LibraryImport(Library)] internal static partial void pnt_mode_delete(IntPtr mode);
}
