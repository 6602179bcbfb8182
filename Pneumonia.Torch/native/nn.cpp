// Layers and losses.
#include "shim.h"

EXPORT int pnt_conv2d(const Tensor* input, const Tensor* weight, const Tensor* bias, Pair stride, Pair padding, Pair dilation,
                      int64_t groups, Tensor** result) {
    return run([&] {
        TORCH_CHECK(bounded(groups) > 0, "groups must be positive, not ", groups);
        *result = own(at::conv2d(*input, *weight, optional(bias), stride.ref(), padding.ref(), dilation.ref(), groups));
    });
}

EXPORT int pnt_batch_norm(const Tensor* input, const Tensor* weight, const Tensor* bias, const Tensor* mean, const Tensor* var,
                          bool training, double momentum, double eps, Tensor** result) {
    return run([&] {
        *result = own(at::batch_norm(*input, optional(weight), optional(bias), optional(mean), optional(var), training,
                                     momentum, eps, false));
    });
}

EXPORT int pnt_linear(const Tensor* input, const Tensor* weight, const Tensor* bias, Tensor** result) {
    return run([&] { *result = own(at::linear(*input, *weight, optional(bias))); });
}

EXPORT int pnt_max_pool2d(const Tensor* input, Pair kernel, Pair stride, Pair padding, Pair dilation, bool ceil_mode,
                          Tensor** result) {
    return run([&] {
        *result = own(at::max_pool2d(*input, kernel.ref(), stride.ref(), padding.ref(), dilation.ref(), ceil_mode));
    });
}

EXPORT int pnt_avg_pool2d(const Tensor* input, Pair kernel, Pair stride, Pair padding, bool ceil_mode, bool count_include_pad,
                          Tensor** result) {
    return run([&] {
        *result = own(at::avg_pool2d(*input, kernel.ref(), stride.ref(), padding.ref(), ceil_mode, count_include_pad));
    });
}

EXPORT int pnt_adaptive_avg_pool2d(const Tensor* input, Pair size, Tensor** result) {
    return run([&] { *result = own(at::adaptive_avg_pool2d(*input, size.ref())); });
}

EXPORT int pnt_dropout(const Tensor* input, double p, bool training, Tensor** result) {
    return run([&] { *result = own(at::dropout(*input, p, training)); });
}

EXPORT int pnt_upsample_bilinear2d(const Tensor* input, Pair size, bool align_corners, Tensor** result) {
    return run([&] { *result = own(at::upsample_bilinear2d(*input, size.ref(), align_corners)); });
}

EXPORT int pnt_upsample_nearest2d(const Tensor* input, Pair size, Tensor** result) {
    return run([&] { *result = own(at::upsample_nearest2d(*input, size.ref())); });
}

EXPORT int pnt_affine_grid(const Tensor* theta, const int64_t* sizes, int dims, bool align_corners, Tensor** result) {
    return run([&] { *result = own(at::affine_grid_generator(*theta, IntArrayRef(sizes, dims), align_corners)); });
}

EXPORT int pnt_grid_sample(const Tensor* input, const Tensor* grid, int64_t mode, int64_t padding, bool align_corners,
                           Tensor** result) {
    return run([&] { *result = own(at::grid_sampler(*input, *grid, mode, padding, align_corners)); });
}

EXPORT int pnt_cross_entropy(const Tensor* input, const Tensor* target, const Tensor* weight, int64_t reduction,
                             int64_t ignore_index, double label_smoothing, Tensor** result) {
    return run([&] {
        *result = own(at::cross_entropy_loss(*input, *target, optional(weight), reduction, ignore_index, label_smoothing));
    });
}

EXPORT int pnt_binary_cross_entropy_with_logits(const Tensor* input, const Tensor* target, const Tensor* weight,
                                                const Tensor* pos_weight, int64_t reduction, Tensor** result) {
    return run([&] {
        *result = own(at::binary_cross_entropy_with_logits(*input, *target, optional(weight), optional(pos_weight), reduction));
    });
}

EXPORT int pnt_mse_loss(const Tensor* input, const Tensor* target, int64_t reduction, Tensor** result) {
    return run([&] { *result = own(at::mse_loss(*input, *target, reduction)); });
}

EXPORT int pnt_kl_div(const Tensor* input, const Tensor* target, int64_t reduction, bool log_target, Tensor** result) {
    return run([&] { *result = own(at::kl_div(*input, *target, reduction, log_target)); });
}
