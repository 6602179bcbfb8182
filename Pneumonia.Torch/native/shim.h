#pragma once
// What every file of the shim shares: owned tensor handles, plain structs that cross the border, checked enumerations.
// A handle is a heap-allocated at::Tensor. Whoever receives one through an out parameter owns it and gives it back with
// pnt_tensor_delete; handles passed in are borrowed for the call. A null handle passed in means "no tensor".
#include <ATen/ATen.h>

#include <atomic>
#include <vector>

#include "guard.h"

using at::IntArrayRef;
using at::Tensor;
using TensorList = std::vector<Tensor>;
using OptionalTensor = c10::optional<Tensor>;

inline std::atomic<int64_t> live_tensors{0};

inline Tensor* own(Tensor tensor) {
    auto* handle = new Tensor(std::move(tensor));
    ++live_tensors;
    return handle;
}

inline OptionalTensor optional(const Tensor* tensor) { return tensor ? OptionalTensor(*tensor) : c10::nullopt; }

// libtorch's own message, without the C++ stack that c10::Error adds to it.
template <class Body>
int run(Body&& body) noexcept {
    return guard::run([&] {
        try {
            body();
        } catch (const c10::Error& e) {
            throw std::runtime_error(e.what_without_backtrace());
        }
    });
}

struct Number {
    double real;
    int64_t integer;
    int64_t kind;  // 0 none, 1 integer, 2 real

    at::Scalar scalar() const { return kind == 1 ? at::Scalar(integer) : at::Scalar(real); }
    c10::optional<at::Scalar> optional() const { return kind ? c10::optional<at::Scalar>(scalar()) : c10::nullopt; }
};

// Libtorch refuses numbers that are too small, but multiplies huge ones until they overflow, and dies of that.
inline int64_t bounded(int64_t value) {
    TORCH_CHECK(value >= -(1 << 20) && value <= 1 << 20, value, " is no length of a window, an image or a group");
    return value;
}

struct Pair {
    int64_t height, width;

    IntArrayRef ref() const {
        bounded(height), bounded(width);
        return {&height, 2};
    }
};

// A value outside the enumeration would be read past the end of libtorch's tables.
inline at::ScalarType scalar_type(int value) {
    const auto type = static_cast<at::ScalarType>(value);
    switch (type) {
        case at::kByte: case at::kInt: case at::kLong: case at::kHalf: case at::kFloat: case at::kDouble: case at::kBool:
        case at::kBFloat16: return type;
        default: TORCH_CHECK(false, "unknown element type ", value);
    }
}

inline at::MemoryFormat memory_format(int value) {
    const auto format = static_cast<at::MemoryFormat>(value);
    TORCH_CHECK(format == at::MemoryFormat::Contiguous || format == at::MemoryFormat::ChannelsLast ||
                format == at::MemoryFormat::Preserve, "unknown memory format ", value);
    return format;
}
