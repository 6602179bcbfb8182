// Gradients, and the modes of the current thread.
#include <ATen/autocast_mode.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <thread>

#include "shim.h"

namespace {

// A mode of the thread that made it, until it is deleted. Deleted elsewhere (a finaliser), it is left alone: its destructor
// would change the modes of a thread that never asked.
struct Mode {
    const std::thread::id thread = std::this_thread::get_id();
    virtual ~Mode() = default;
};

template <class Guard>
struct ModeOf : Mode {
    Guard guard;
    template <class... Arguments>
    explicit ModeOf(Arguments... arguments) : guard(arguments...) {}
};

struct Autocast {
    const bool was_enabled = at::autocast::is_cpu_enabled();
    const at::ScalarType was_type = at::autocast::get_autocast_cpu_dtype();

    Autocast(at::ScalarType type, bool enabled) {
        at::autocast::set_autocast_cpu_dtype(type);
        at::autocast::set_cpu_enabled(enabled);
        at::autocast::increment_nesting();
    }

    ~Autocast() {
        if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
        at::autocast::set_cpu_enabled(was_enabled);
        at::autocast::set_autocast_cpu_dtype(was_type);
    }
};

}  // namespace

EXPORT int pnt_set_requires_grad(Tensor* self, bool value) {
    return run([&] { self->set_requires_grad(value); });
}

EXPORT int pnt_requires_grad(const Tensor* self, int* answer) {
    return run([&] { *answer = self->requires_grad(); });
}

EXPORT int pnt_is_leaf(const Tensor* self, int* answer) {
    return run([&] { *answer = self->is_leaf(); });
}

EXPORT int pnt_grad(const Tensor* self, Tensor** result) {
    return run([&] { *result = self->grad().defined() ? own(self->grad()) : nullptr; });
}

EXPORT int pnt_set_grad(Tensor* self, const Tensor* grad) {
    return run([&] { self->mutable_grad() = grad ? *grad : Tensor(); });
}

EXPORT int pnt_backward(const Tensor* self, const Tensor* gradient, bool retain_graph, bool create_graph) {
    return run([&] { self->backward(gradient ? *gradient : Tensor(), retain_graph, create_graph); });
}

EXPORT int pnt_autograd_grad(const TensorList* outputs, const TensorList* inputs, const TensorList* grad_outputs,
                             bool retain_graph, bool create_graph, bool allow_unused, TensorList** result) {
    return run([&] {
        *result = new TensorList(
            torch::autograd::grad(*outputs, *inputs, *grad_outputs, retain_graph, create_graph, allow_unused));
    });
}

EXPORT int pnt_is_grad_enabled() { return c10::GradMode::is_enabled(); }

EXPORT int pnt_is_inference_mode_enabled() { return c10::InferenceMode::is_enabled(); }

EXPORT int pnt_grad_mode(bool enabled, Mode** mode) {
    return run([&] { *mode = new ModeOf<c10::AutoGradMode>(enabled); });
}

EXPORT int pnt_inference_mode(bool enabled, Mode** mode) {
    return run([&] { *mode = new ModeOf<c10::InferenceMode>(enabled); });
}

EXPORT int pnt_autocast(int type, bool enabled, Mode** mode) {
    return run([&] {
        const auto dtype = scalar_type(type);
        TORCH_CHECK(dtype == at::kBFloat16, "autocast on the processor knows BFloat16 only");
        *mode = new ModeOf<Autocast>(dtype, enabled);
    });
}

EXPORT void pnt_mode_delete(Mode* mode) {
    guard::run([&] {
        if (mode->thread == std::this_thread::get_id()) delete mode;
    });
}
