namespace Pneumonia.Blazor.Storage;

/// <summary>What the systems say of a disk without room.</summary>
internal static class DiskFault
{
    // ENOSPC, and EDQUOT of Linux and of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL as HRESULT of Windows.
    private static readonly HashSet<int> s_unix = [28, OperatingSystem.IsMacOS() ? 69 : 122];
    private static readonly HashSet<int> s_windows = [unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Whether a write failed for want of room. The framework makes "file too large" (EFBIG) an error of an argument.</summary>
    public static bool IsFull(Exception fault) => fault is ArgumentOutOfRangeException
        || (OperatingSystem.IsWindows() ? s_windows : s_unix).Contains(fault.HResult);
}
