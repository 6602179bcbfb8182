using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

/// <summary>A mode of the current thread (no gradients, autocast) that ends when it is disposed on that thread.</summary>
internal sealed class ModeHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        Native.pnt_mode_delete(handle);
        return true;
    }
}
