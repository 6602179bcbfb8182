using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

/// <summary>Owns one native tensor handle.</summary>
internal sealed class TensorHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    // Stands for "no tensor" where an argument is optional.
    internal static readonly TensorHandle None = new();

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        Native.pnt_tensor_delete(handle);
        return true;
    }
}
