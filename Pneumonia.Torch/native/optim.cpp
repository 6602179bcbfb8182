// One pass over memory per parameter and step: optimisers are bound by memory, and the same step written with tensor
// operations reads and writes every state several times over.
#include <ATen/Parallel.h>

#include <cmath>

#include "shim.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define VECTORISED __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define VECTORISED
#endif

namespace {

bool same_layout(const Tensor& a, const Tensor& b) {
    if (a.sizes() != b.sizes()) return false;
    for (int64_t dim = 0; dim < a.dim(); ++dim) {
        if (a.size(dim) > 1 && a.stride(dim) != b.stride(dim)) return false;
    }
    return true;
}

float* data(const Tensor& tensor, const Tensor& parameter) {
    TORCH_CHECK(tensor.scalar_type() == at::kFloat,
                "an optimiser needs Float32 parameters and state, not ", tensor.scalar_type());
    TORCH_CHECK(tensor.is_non_overlapping_and_dense() && same_layout(tensor, parameter),
                "a parameter and its optimiser state differ in layout");
    return tensor.data_ptr<float>();
}

Tensor gradient_of(const Tensor& parameter) {
    const auto& grad = parameter.grad();
    return same_layout(grad, parameter) && grad.scalar_type() == at::kFloat ? grad : at::empty_like(parameter).copy_(grad);
}

template <class Body>
void over(const Tensor& parameter, const Body& body) {
    at::parallel_for(0, parameter.numel(), 16384, body);
    parameter.unsafeGetTensorImpl()->bump_version();
}

struct AdamOptions {
    double rate, beta1, beta2, eps, weight_decay;
    int64_t step;
    int64_t decoupled;
};

VECTORISED void adam(float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v, int64_t begin,
                     int64_t end, float shrink, float decay, float beta1, float rest1, float beta2, float rest2, float root2,
                     float eps, float step_size) {
    for (int64_t i = begin; i < end; ++i) {
        const float grad = g[i] + decay * p[i];
        m[i] = beta1 * m[i] + rest1 * grad;
        v[i] = beta2 * v[i] + rest2 * grad * grad;
        p[i] = shrink * p[i] - step_size * m[i] / (std::sqrt(v[i]) / root2 + eps);
    }
}

VECTORISED void sgd(float* __restrict p, const float* __restrict g, float* __restrict buffer, int64_t begin, int64_t end,
                    float rate, float momentum, float decay, bool nesterov) {
    for (int64_t i = begin; i < end; ++i) {
        const float grad = g[i] + decay * p[i];
        buffer[i] = momentum * buffer[i] + grad;
        p[i] -= rate * (nesterov ? grad + momentum * buffer[i] : buffer[i]);
    }
}

}  // namespace

// Adam (Kingma and Ba, 2015) or, decoupled, AdamW (Loshchilov and Hutter, 2019), in PyTorch's order of operations.
EXPORT int pnt_adam_step(const Tensor* parameter, const Tensor* exp_avg, const Tensor* exp_avg_sq, AdamOptions o) {
    return run([&] {
        const Tensor grad = gradient_of(*parameter);
        float* p = data(*parameter, *parameter);
        float* m = data(*exp_avg, *parameter);
        float* v = data(*exp_avg_sq, *parameter);
        const float* g = grad.data_ptr<float>();
        const double step = static_cast<double>(o.step);
        const double step_size = o.rate / (1 - std::pow(o.beta1, step));
        const double root2 = std::sqrt(1 - std::pow(o.beta2, step));
        const double shrink = o.decoupled ? 1 - o.rate * o.weight_decay : 1;
        const double decay = o.decoupled ? 0 : o.weight_decay;
        over(*parameter, [&](int64_t begin, int64_t end) {
            adam(p, g, m, v, begin, end, shrink, decay, o.beta1, 1 - o.beta1, o.beta2, 1 - o.beta2, root2, o.eps, step_size);
        });
    });
}

// Stochastic gradient descent with momentum over a buffer that starts at zero.
EXPORT int pnt_sgd_step(const Tensor* parameter, const Tensor* buffer, double rate, double momentum, double weight_decay,
                        bool nesterov) {
    return run([&] {
        const Tensor grad = gradient_of(*parameter);
        float* p = data(*parameter, *parameter);
        float* b = data(*buffer, *parameter);
        const float* g = grad.data_ptr<float>();
        over(*parameter, [&](int64_t begin, int64_t end) { sgd(p, g, b, begin, end, rate, momentum, weight_decay, nesterov); });
    });
}

// Scales the gradients so that their joint 2-norm is at most max_norm; returns the norm before.
EXPORT int pnt_clip_grad_norm(const TensorList* parameters, double max_norm, double* total) {
    return run([&] {
        double squares = 0;
        for (const auto& parameter : *parameters) {
            if (parameter.grad().defined()) squares += std::pow(parameter.grad().norm().item<double>(), 2);
        }
        *total = std::sqrt(squares);
        const double scale = max_norm / (*total + 1e-6);
        if (!(scale < 1)) return;
        for (const auto& parameter : *parameters) {
            if (parameter.grad().defined()) parameter.grad().mul_(scale);
        }
    });
}
