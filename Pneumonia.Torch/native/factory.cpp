// New tensors.
#include "shim.h"

#define OF_SIZE(op)                                                                        \
    EXPORT int pnt_##op(const int64_t* sizes, int dims, int type, Tensor** result) {       \
        return run([&] { *result = own(at::op(IntArrayRef(sizes, dims), scalar_type(type))); }); \
    }
#define LIKE(op)                                                            \
    EXPORT int pnt_##op(const Tensor* self, Tensor** result) {              \
        return run([&] { *result = own(at::op(*self)); });                  \
    }

OF_SIZE(zeros)
OF_SIZE(ones)
OF_SIZE(empty)
OF_SIZE(rand)
OF_SIZE(randn)

LIKE(zeros_like)
LIKE(ones_like)
LIKE(empty_like)
LIKE(rand_like)
LIKE(randn_like)

EXPORT int pnt_full(const int64_t* sizes, int dims, Number value, int type, Tensor** result) {
    return run([&] { *result = own(at::full(IntArrayRef(sizes, dims), value.scalar(), scalar_type(type))); });
}

EXPORT int pnt_full_like(const Tensor* self, Number value, Tensor** result) {
    return run([&] { *result = own(at::full_like(*self, value.scalar())); });
}

EXPORT int pnt_arange(Number start, Number end, Number step, int type, Tensor** result) {
    return run([&] { *result = own(at::arange(start.scalar(), end.scalar(), step.scalar(), scalar_type(type))); });
}

EXPORT int pnt_linspace(double start, double end, int64_t steps, int type, Tensor** result) {
    return run([&] { *result = own(at::linspace(start, end, steps, scalar_type(type))); });
}

EXPORT int pnt_randperm(int64_t count, Tensor** result) {
    return run([&] { *result = own(at::randperm(count, at::kLong)); });
}

EXPORT int pnt_eye(int64_t rows, int64_t columns, int type, Tensor** result) {
    return run([&] { *result = own(at::eye(rows, columns, scalar_type(type))); });
}
