// Reductions and order. No dimensions given: all of them.
#include "shim.h"

namespace {
at::OptionalIntArrayRef dims_or_all(const int64_t* dims, int count) {
    return count ? at::OptionalIntArrayRef(IntArrayRef(dims, count)) : at::OptionalIntArrayRef(c10::nullopt);
}

template <class Result>
TensorList* list(Result&& pair) {
    return new TensorList{std::get<0>(pair), std::get<1>(pair)};
}
}  // namespace

#define ALL(op)                                                      \
    EXPORT int pnt_##op(const Tensor* self, Tensor** result) {       \
        return run([&] { *result = own(at::op(*self)); });           \
    }
#define OVER_DIMS(op)                                                                                          \
    EXPORT int pnt_##op(const Tensor* self, const int64_t* dims, int count, bool keepdim, Tensor** result) {   \
        return run([&] { *result = own(at::op(*self, dims_or_all(dims, count), keepdim)); });                  \
    }
#define OVER_DIMS_UNBIASED(op)                                                                                              \
    EXPORT int pnt_##op(const Tensor* self, const int64_t* dims, int count, bool unbiased, bool keepdim, Tensor** result) { \
        return run([&] { *result = own(at::op(*self, dims_or_all(dims, count), unbiased, keepdim)); });                     \
    }
#define VALUES_AND_INDEXES(op)                                                                      \
    EXPORT int pnt_##op##_dim(const Tensor* self, int64_t dim, bool keepdim, TensorList** result) { \
        return run([&] { *result = list(at::op(*self, dim, keepdim)); });                           \
    }

ALL(max)
ALL(min)
ALL(all)
ALL(any)

OVER_DIMS(sum)
OVER_DIMS(mean)
OVER_DIMS_UNBIASED(std)
OVER_DIMS_UNBIASED(var)
VALUES_AND_INDEXES(max)
VALUES_AND_INDEXES(min)

EXPORT int pnt_argmax(const Tensor* self, Number dim, bool keepdim, Tensor** result) {
    return run([&] {
        *result = own(at::argmax(*self, dim.kind ? c10::optional<int64_t>(dim.integer) : c10::nullopt, keepdim));
    });
}

EXPORT int pnt_norm(const Tensor* self, double p, const int64_t* dims, int count, bool keepdim, Tensor** result) {
    return run([&] { *result = own(at::linalg_vector_norm(*self, p, dims_or_all(dims, count), keepdim)); });
}

EXPORT int pnt_sort(const Tensor* self, int64_t dim, bool descending, TensorList** result) {
    return run([&] { *result = list(at::sort(*self, dim, descending)); });
}

EXPORT int pnt_topk(const Tensor* self, int64_t k, int64_t dim, bool largest, TensorList** result) {
    return run([&] { *result = list(at::topk(*self, k, dim, largest)); });
}
