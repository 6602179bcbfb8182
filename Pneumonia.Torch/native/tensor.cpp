// Life, metadata and contents of a tensor, and lists of tensors.
#include "shim.h"

EXPORT void pnt_tensor_delete(Tensor* self) {
    guard::run([&] { delete self; });
    --live_tensors;
}

EXPORT int pnt_from_data(const void* data, int64_t bytes, const int64_t* sizes, int dims, int type, Tensor** result) {
    return run([&] {
        auto tensor = at::empty(IntArrayRef(sizes, dims), scalar_type(type));
        TORCH_CHECK(static_cast<int64_t>(tensor.nbytes()) == bytes, bytes, " bytes given for the ", tensor.nbytes(),
                    " of shape ", tensor.sizes());
        if (bytes) std::memcpy(tensor.data_ptr(), data, bytes);
        *result = own(std::move(tensor));
    });
}

EXPORT int pnt_copy_to(const Tensor* self, void* data, int64_t bytes) {
    return run([&] {
        TORCH_CHECK(static_cast<int64_t>(self->nbytes()) == bytes, "room for ", bytes, " bytes given for ", self->nbytes());
        const auto dense = self->detach().contiguous();
        if (bytes) std::memcpy(data, dense.data_ptr(), bytes);
    });
}

// Address of the first element; the tensor must be contiguous and stay alive while it is used.
EXPORT int pnt_data(const Tensor* self, void** data, int64_t* bytes) {
    return run([&] {
        TORCH_CHECK(self->is_contiguous(), "only a contiguous tensor's memory can be viewed");
        *data = self->data_ptr();
        *bytes = static_cast<int64_t>(self->nbytes());
    });
}

EXPORT int pnt_dtype(const Tensor* self, int* type) {
    return run([&] { *type = static_cast<int>(self->scalar_type()); });
}

EXPORT int pnt_dim(const Tensor* self, int64_t* dims) {
    return run([&] { *dims = self->dim(); });
}

EXPORT int pnt_numel(const Tensor* self, int64_t* count) {
    return run([&] { *count = self->numel(); });
}

EXPORT int pnt_size(const Tensor* self, int64_t dim, int64_t* size) {
    return run([&] { *size = self->size(dim); });
}

EXPORT int pnt_stride(const Tensor* self, int64_t dim, int64_t* stride) {
    return run([&] { *stride = self->stride(dim); });
}

EXPORT int pnt_is_contiguous(const Tensor* self, int format, int* answer) {
    return run([&] { *answer = self->is_contiguous(memory_format(format)); });
}

EXPORT int pnt_item(const Tensor* self, Number* value) {
    return run([&] {
        const auto item = self->item();
        const bool real = item.isFloatingPoint();
        *value = {real ? item.toDouble() : 0, real ? 0 : item.toLong(), real ? 2 : 1};
    });
}

EXPORT int pnt_to_type(const Tensor* self, int type, Tensor** result) {
    return run([&] { *result = own(self->to(scalar_type(type))); });
}

EXPORT int pnt_contiguous(const Tensor* self, int format, Tensor** result) {
    return run([&] { *result = own(self->contiguous(memory_format(format))); });
}

EXPORT int pnt_clone(const Tensor* self, Tensor** result) {
    return run([&] { *result = own(self->clone()); });
}

EXPORT int pnt_detach(const Tensor* self, Tensor** result) {
    return run([&] { *result = own(self->detach()); });
}

EXPORT int pnt_alias(const Tensor* self, Tensor** result) {
    return run([&] { *result = own(*self); });
}

EXPORT int pnt_copy_(Tensor* self, const Tensor* source) {
    return run([&] { self->copy_(*source); });
}

EXPORT int pnt_set_data(Tensor* self, const Tensor* data) {
    return run([&] { self->set_data(*data); });
}

EXPORT int pnt_list_new(TensorList** list) {
    return run([&] { *list = new TensorList(); });
}

EXPORT void pnt_list_delete(TensorList* list) {
    guard::run([&] { delete list; });
}

EXPORT int pnt_list_add(TensorList* list, const Tensor* tensor) {
    return run([&] { list->push_back(*tensor); });
}

EXPORT int pnt_list_count(const TensorList* list, int* count) {
    return run([&] { *count = static_cast<int>(list->size()); });
}

// An undefined entry (a gradient that does not exist) comes back as a null handle.
EXPORT int pnt_list_get(const TensorList* list, int index, Tensor** result) {
    return run([&] { *result = list->at(index).defined() ? own(list->at(index)) : nullptr; });
}
