using System.Runtime.InteropServices;

namespace Pneumonia.Model.Imaging.Native;

/// <summary>Owns a native <c>std::vector</c>.</summary>
internal sealed class NativeBuffer() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.pni_buffer_free(handle);
        return true;
    }
}
