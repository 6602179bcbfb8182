// Element by element: arithmetic, comparisons, activations, and their in-place forms.
#include "shim.h"

#define UNARY(op)                                                 \
    EXPORT int pnt_##op(const Tensor* self, Tensor** result) {    \
        return run([&] { *result = own(at::op(*self)); });        \
    }
#define UNARY_(op)                                                \
    EXPORT int pnt_##op##_(Tensor* self) {                        \
        return run([&] { self->op##_(); });                       \
    }
#define BINARY(op)                                                                      \
    EXPORT int pnt_##op(const Tensor* self, const Tensor* other, Tensor** result) {     \
        return run([&] { *result = own(at::op(*self, *other)); });                      \
    }
#define BINARY_NUMBER(op)                                                               \
    EXPORT int pnt_##op##_number(const Tensor* self, Number other, Tensor** result) {   \
        return run([&] { *result = own(at::op(*self, other.scalar())); });              \
    }
#define BINARY_(op)                                                                     \
    EXPORT int pnt_##op##_(Tensor* self, const Tensor* other) {                         \
        return run([&] { self->op##_(*other); });                                       \
    }                                                                                   \
    EXPORT int pnt_##op##_number_(Tensor* self, Number other) {                         \
        return run([&] { self->op##_(other.scalar()); });                               \
    }
#define FULL_BINARY(op) BINARY(op) BINARY_NUMBER(op)

UNARY(neg)
UNARY(abs)
UNARY(exp)
UNARY(log)
UNARY(sqrt)
UNARY(floor)
UNARY(round)
UNARY(relu)
UNARY(relu6)
UNARY(sigmoid)
UNARY(tanh)
UNARY(silu)
UNARY(isnan)
UNARY(isfinite)
UNARY(logical_not)

UNARY_(zero)
UNARY_(neg)
UNARY_(exp)
UNARY_(sqrt)
UNARY_(relu)
UNARY_(erfinv)

FULL_BINARY(add)
FULL_BINARY(sub)
FULL_BINARY(mul)
FULL_BINARY(div)
FULL_BINARY(pow)
FULL_BINARY(gt)
FULL_BINARY(ge)
FULL_BINARY(lt)
FULL_BINARY(le)
FULL_BINARY(eq)
FULL_BINARY(ne)
BINARY(maximum)
BINARY(minimum)
BINARY(logical_and)
BINARY(logical_or)
BINARY(matmul)
BINARY(mm)
BINARY(bmm)

BINARY_(sub)
BINARY_(mul)
BINARY_(div)

EXPORT int pnt_rsub_number(const Tensor* self, Number other, Tensor** result) {
    return run([&] { *result = own(at::rsub(*self, other.scalar())); });
}

EXPORT int pnt_reciprocal(const Tensor* self, Tensor** result) {
    return run([&] { *result = own(at::reciprocal(*self)); });
}

EXPORT int pnt_add_(Tensor* self, const Tensor* other, Number alpha) {
    return run([&] { self->add_(*other, alpha.scalar()); });
}

EXPORT int pnt_add_number_(Tensor* self, Number other) {
    return run([&] { self->add_(other.scalar()); });
}

EXPORT int pnt_addcmul_(Tensor* self, const Tensor* first, const Tensor* second, Number value) {
    return run([&] { self->addcmul_(*first, *second, value.scalar()); });
}

EXPORT int pnt_addcdiv_(Tensor* self, const Tensor* first, const Tensor* second, Number value) {
    return run([&] { self->addcdiv_(*first, *second, value.scalar()); });
}

EXPORT int pnt_lerp_(Tensor* self, const Tensor* end, Number weight) {
    return run([&] { self->lerp_(*end, weight.scalar()); });
}

EXPORT int pnt_fill_(Tensor* self, Number value) {
    return run([&] { self->fill_(value.scalar()); });
}

EXPORT int pnt_masked_fill(const Tensor* self, const Tensor* mask, Number value, Tensor** result) {
    return run([&] { *result = own(self->masked_fill(*mask, value.scalar())); });
}

EXPORT int pnt_clamp(const Tensor* self, Number low, Number high, Tensor** result) {
    return run([&] { *result = own(at::clamp(*self, low.optional(), high.optional())); });
}

EXPORT int pnt_clamp_(Tensor* self, Number low, Number high) {
    return run([&] { self->clamp_(low.optional(), high.optional()); });
}

EXPORT int pnt_uniform_(Tensor* self, double from, double to) {
    return run([&] { self->uniform_(from, to); });
}

EXPORT int pnt_normal_(Tensor* self, double mean, double std) {
    return run([&] { self->normal_(mean, std); });
}

EXPORT int pnt_where(const Tensor* condition, const Tensor* self, const Tensor* other, Tensor** result) {
    return run([&] { *result = own(at::where(*condition, *self, *other)); });
}

EXPORT int pnt_softmax(const Tensor* self, int64_t dim, Tensor** result) {
    return run([&] { *result = own(at::softmax(*self, dim)); });
}

EXPORT int pnt_log_softmax(const Tensor* self, int64_t dim, Tensor** result) {
    return run([&] { *result = own(at::log_softmax(*self, dim)); });
}
