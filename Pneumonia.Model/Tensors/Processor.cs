using System.Runtime.Intrinsics.X86;

namespace Pneumonia.Model.Tensors;

/// <summary>What this machine can do.</summary>
internal static class Processor
{
    /// <summary>Whether it computes in bfloat16 itself (AVX512-BF16, which every processor with AMX has). Without it, bfloat16 is
    /// slower than float.</summary>
    public static bool SupportsBFloat16 => X86Base.IsSupported && (X86Base.CpuId(7, 1).Eax & (1 << 5)) != 0;
}
