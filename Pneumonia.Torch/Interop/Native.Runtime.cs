using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Version, threads, randomness.
internal static partial class Native
{
    [LibraryImport(Library)] internal static partial IntPtr pnt_last_error();
    [LibraryImport(Library)] internal static partial IntPtr pnt_version();
    [LibraryImport(Library)] internal static partial long pnt_live_tensors();
    [LibraryImport(Library)] internal static partial int pnt_set_num_threads(int threads);
    [LibraryImport(Library)] internal static partial int pnt_get_num_threads(out int threads);
    [LibraryImport(Library)] internal static partial int pnt_supports_bfloat16();
    [LibraryImport(Library)] internal static partial int pnt_keep_freed_memory();
    [LibraryImport(Library)] internal static partial int pnt_manual_seed(ulong seed);
    [LibraryImport(Library)] internal static partial int pnt_get_rng_state(out TensorHandle state);
    [LibraryImport(Library)] internal static partial int pnt_set_rng_state(TensorHandle state);
    [LibraryImport(Library)] internal static partial int pnt_raise_for_test(int kind);
}
