using System.Runtime.InteropServices;

namespace Pneumonia.Core.Memory;

/// <summary>What the C library does with memory that native code gave back: tensors, decoded images. Call one of these once, at the start,
/// before there are threads that use such memory. Neither does anything where the C library is not glibc.</summary>
internal static partial class NativeMemory
{
    private const int TrimThreshold = -1;
    private const int MappingThreshold = -3;
    private const int MostMappings = -4;
    private const int MostArenas = -8;

    private const int LargeBlock = 128 * 1024;
    private const int KeptAtTheTop = 64 * 1024;

    /// <summary>Keeps it, instead of returning it to the system and asking for it anew at every step: training is faster for it.</summary>
    public static void KeepFreed() =>
        Set((MostMappings, 0), (TrimThreshold, -1), (MostArenas, 1)); // Every arena but the first gives large blocks back whatever the threshold.

    /// <summary>Returns it to the system: a server that answers now and then is half as large for it, and as fast. Left alone, glibc raises
    /// the size that it returns with every large block it sees, and keeps a heap for each thread.</summary>
    public static void ReturnFreed() => Set((MappingThreshold, LargeBlock), (TrimThreshold, KeptAtTheTop), (MostArenas, 1));

    private static void Set(params ReadOnlySpan<(int Option, int Value)> options)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            foreach (var (option, value) in options)
            {
                _ = SetMemoryOption(option, value);
            }
        }
        catch (EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetMemoryOption(int option, int value);
}
