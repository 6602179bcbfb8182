using System.Runtime.InteropServices;

namespace Pneumonia.Model.Imaging.Native;

/// <summary>Owns a native <c>cv::Mat</c>.</summary>
internal sealed class NativeImage() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.pni_image_free(handle);
        return true;
    }
}
