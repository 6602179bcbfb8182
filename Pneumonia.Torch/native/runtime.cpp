#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <malloc.h>
#include <torch/version.h>

#include "shim.h"

// Message of the last failed call on this thread. Valid until the next failed call on the same thread.
EXPORT const char* pnt_last_error() { return guard::last_error.c_str(); }

EXPORT const char* pnt_version() { return TORCH_VERSION; }

EXPORT int64_t pnt_live_tensors() { return live_tensors; }

EXPORT int pnt_set_num_threads(int threads) {
    return run([&] { at::set_num_threads(threads); });
}

EXPORT int pnt_get_num_threads(int* threads) {
    return run([&] { *threads = at::get_num_threads(); });
}

EXPORT int pnt_supports_bfloat16() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16") != 0;  // every processor with AMX has it too
#else
    return 0;
#endif
}

EXPORT int pnt_keep_freed_memory() {
    return run([] {
#if defined(__GLIBC__)
        // Every arena but the first gives large blocks back whatever the threshold.
        TORCH_CHECK(mallopt(M_MMAP_MAX, 0) && mallopt(M_TRIM_THRESHOLD, -1) && mallopt(M_ARENA_MAX, 1), "the C library refused");
#endif
    });
}

EXPORT int pnt_manual_seed(uint64_t seed) {
    return run([&] { at::manual_seed(seed); });
}

EXPORT int pnt_get_rng_state(Tensor** state) {
    return run([&] {
        auto generator = at::detail::getDefaultCPUGenerator();
        std::lock_guard<std::mutex> lock(generator.mutex());
        *state = own(generator.get_state());
    });
}

EXPORT int pnt_set_rng_state(const Tensor* state) {
    return run([&] {
        auto generator = at::detail::getDefaultCPUGenerator();
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(*state);
    });
}

// For the tests of the guard alone: raises a std::exception (0), an int (1) or a failed libtorch check (2).
EXPORT int pnt_raise_for_test(int kind) {
    return run([&] {
        if (kind == 0) throw std::logic_error("a standard exception");
        if (kind == 1) throw 42;
        TORCH_CHECK(false, "a libtorch check");
    });
}
