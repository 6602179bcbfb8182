using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// The one place where a failed native call becomes an exception.
internal static class NativeStatus
{
    internal static void Verify(int status)
    {
        if (status != 0)
            throw new TorchException(Marshal.PtrToStringUTF8(Native.pnt_last_error()) ?? "");
    }
}
