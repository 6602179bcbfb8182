using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Pneumonia.Blazor.Storage;

/// <summary>Makes names durable: a file that was flushed but whose folder was not may be gone after a power failure. The framework has
/// no call for it.</summary>
internal static partial class DirectorySync
{
    // O_RDONLY with O_CLOEXEC, which each system numbers in its own way.
    private static readonly int s_readOnlyCloseOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    /// <exception cref="IOException">The folder cannot be flushed.</exception>
    public static void Flush(string folder)
    {
        // NTFS journals names by itself.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, s_readOnlyCloseOnExec);
        if (descriptor < 0)
        {
            throw Fault(folder);
        }

        try
        {
            if (Synchronize(descriptor) != 0)
            {
                throw Fault(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Fault(string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{folder}: {new Win32Exception(error).Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
