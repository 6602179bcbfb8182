using System.Runtime.InteropServices;
using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

/// <summary>The entry point to libtorch, with TorchSharp's names.</summary>
public static partial class torch
{
    /// <summary>The version of libtorch, such as <c>1.13.1</c>.</summary>
    public static string __version__ { get; } = Marshal.PtrToStringUTF8(Native.pnt_version()) ?? "";

    /// <summary>How many tensors are alive in this process.</summary>
    public static long LiveTensors => Native.pnt_live_tensors();

    /// <summary>
    /// Sets how many threads one operation may use. Libtorch may start with one: set it to the number of cores.
    /// </summary>
    /// <exception cref="TorchException"><paramref name="threads"/> is not positive.</exception>
    public static void set_num_threads(int threads) => Verify(Native.pnt_set_num_threads(threads));

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads()
    {
        Verify(Native.pnt_get_num_threads(out var threads));
        return threads;
    }

    /// <summary>Seeds libtorch's generator, which every thread shares.</summary>
    public static void manual_seed(long seed) => Verify(Native.pnt_manual_seed((ulong)seed));

    /// <summary>The state of libtorch's generator, as bytes: with it a stopped training goes on with the same numbers.</summary>
    public static Tensor get_rng_state() => Tensor.Make(Native.pnt_get_rng_state(out var state), state);

    /// <summary>Sets the state of libtorch's generator to one that <see cref="get_rng_state"/> gave.</summary>
    public static void set_rng_state(Tensor state) => Verify(Native.pnt_set_rng_state(state.Handle));

    /// <summary>Opens a scope that disposes the tensors made on this thread until it is disposed itself.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>What this processor can do.</summary>
    public static class cpu
    {
        /// <summary>
        /// Whether the processor computes in bfloat16 itself (AVX512-BF16, which every processor with AMX has). Without it,
        /// bfloat16 is slower than float.
        /// </summary>
        public static bool SupportsBFloat16 { get; } = Native.pnt_supports_bfloat16() != 0;

        /// <summary>
        /// Lets this process keep memory that tensors gave back, instead of returning it to the system and asking for it anew at
        /// every step. Training is faster for it; the process stays as large as it once was. Call it once, at the start,
        /// before there are threads that use tensors.
        /// </summary>
        public static void KeepFreedMemory() => Verify(Native.pnt_keep_freed_memory());
    }
}
