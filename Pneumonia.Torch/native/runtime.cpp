#include <torch/torch.h>

#include "guard.h"

// Message of the last failed call on this thread. Valid until the next failed call on the same thread.
EXPORT const char* pnt_last_error() { return guard::last_error.c_str(); }

EXPORT int pnt_set_num_threads(int threads) {
    return guard::run([&] { torch::set_num_threads(threads); });
}

EXPORT int pnt_get_num_threads(int* threads) {
    return guard::run([&] { *threads = torch::get_num_threads(); });
}
