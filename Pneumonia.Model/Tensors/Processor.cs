using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Pneumonia.Model.Tensors;

/// <summary>What this machine can do, and how its memory is handled.</summary>
internal static partial class Processor
{
    private const int TrimThreshold = -1;
    private const int MostMappings = -4;
    private const int MostArenas = -8;

    /// <summary>Whether it computes in bfloat16 itself (AVX512-BF16, which every processor with AMX has). Without it, bfloat16 is
    /// slower than float.</summary>
    public static bool SupportsBFloat16 => X86Base.IsSupported && (X86Base.CpuId(7, 1).Eax & (1 << 5)) != 0;

    /// <summary>Lets this process keep memory that tensors gave back, instead of returning it to the system and asking for it anew at
    /// every step: training is faster for it. Call it once, at the start, before there are threads that use tensors. Does nothing
    /// where the C library is not glibc.</summary>
    public static void KeepFreedMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // Every arena but the first gives large blocks back whatever the threshold.
            _ = SetMemoryOption(MostMappings, 0) & SetMemoryOption(TrimThreshold, -1) & SetMemoryOption(MostArenas, 1);
        }
        catch (EntryPointNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetMemoryOption(int option, int value);
}
