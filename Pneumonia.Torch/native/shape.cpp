// Views, joins and picks.
#include "shim.h"

#define WITH_INTS(op)                                                                            \
    EXPORT int pnt_##op(const Tensor* self, const int64_t* values, int count, Tensor** result) { \
        return run([&] { *result = own(self->op(IntArrayRef(values, count))); });                \
    }

WITH_INTS(reshape)
WITH_INTS(permute)
WITH_INTS(flip)
WITH_INTS(expand)
WITH_INTS(repeat)

EXPORT int pnt_view(const Tensor* self, const int64_t* sizes, int count, Tensor** result) {
    return run([&] { *result = own(self->view(IntArrayRef(sizes, count))); });
}

EXPORT int pnt_roll(const Tensor* self, const int64_t* shifts, int count, const int64_t* dims, int dim_count, Tensor** result) {
    return run([&] { *result = own(self->roll(IntArrayRef(shifts, count), IntArrayRef(dims, dim_count))); });
}

EXPORT int pnt_transpose(const Tensor* self, int64_t first, int64_t second, Tensor** result) {
    return run([&] { *result = own(self->transpose(first, second)); });
}

EXPORT int pnt_flatten(const Tensor* self, int64_t start, int64_t end, Tensor** result) {
    return run([&] { *result = own(self->flatten(start, end)); });
}

EXPORT int pnt_squeeze(const Tensor* self, Number dim, Tensor** result) {
    return run([&] { *result = own(dim.kind ? self->squeeze(dim.integer) : self->squeeze()); });
}

EXPORT int pnt_unsqueeze(const Tensor* self, int64_t dim, Tensor** result) {
    return run([&] { *result = own(self->unsqueeze(dim)); });
}

EXPORT int pnt_narrow(const Tensor* self, int64_t dim, int64_t start, int64_t length, Tensor** result) {
    return run([&] { *result = own(self->narrow(dim, start, length)); });
}

EXPORT int pnt_select(const Tensor* self, int64_t dim, int64_t index, Tensor** result) {
    return run([&] { *result = own(self->select(dim, index)); });
}

EXPORT int pnt_index_select(const Tensor* self, int64_t dim, const Tensor* index, Tensor** result) {
    return run([&] { *result = own(self->index_select(dim, *index)); });
}

EXPORT int pnt_gather(const Tensor* self, int64_t dim, const Tensor* index, Tensor** result) {
    return run([&] { *result = own(self->gather(dim, *index)); });
}

EXPORT int pnt_pad(const Tensor* self, const int64_t* pads, int count, const char* mode, double value, Tensor** result) {
    return run([&] { *result = own(at::pad(*self, IntArrayRef(pads, count), mode, value)); });
}

EXPORT int pnt_cat(const TensorList* tensors, int64_t dim, Tensor** result) {
    return run([&] { *result = own(at::cat(*tensors, dim)); });
}

EXPORT int pnt_stack(const TensorList* tensors, int64_t dim, Tensor** result) {
    return run([&] { *result = own(at::stack(*tensors, dim)); });
}
