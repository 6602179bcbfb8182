using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape; one length may be -1. Memory is shared where possible.</summary>
        public Tensor reshape(params ReadOnlySpan<long> shape) => Make(pnt_reshape(Handle, shape, shape.Length, out var r), r);

        /// <summary>Like <see cref="reshape"/>, but refused where the memory cannot be shared.</summary>
        public Tensor view(params ReadOnlySpan<long> shape) => Make(pnt_view(Handle, shape, shape.Length, out var r), r);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params ReadOnlySpan<long> dims) => Make(pnt_permute(Handle, dims, dims.Length, out var r), r);

        /// <summary>The order turned round along some dimensions.</summary>
        public Tensor flip(params ReadOnlySpan<long> dims) => Make(pnt_flip(Handle, dims, dims.Length, out var r), r);

        /// <summary>Dimensions of length one stretched without copying; -1 keeps a length.</summary>
        public Tensor expand(params ReadOnlySpan<long> sizes) => Make(pnt_expand(Handle, sizes, sizes.Length, out var r), r);

        /// <summary>Copies side by side, so many per dimension.</summary>
        public Tensor repeat(params ReadOnlySpan<long> repeats) =>
            Make(pnt_repeat(Handle, repeats, repeats.Length, out var r), r);

        /// <summary>Elements moved along dimensions; what leaves one end enters at the other.</summary>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims) =>
            Make(pnt_roll(Handle, shifts, shifts.Length, dims, dims.Length, out var r), r);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Make(pnt_transpose(Handle, dim0, dim1, out var r), r);

        /// <summary>A range of dimensions joined into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) =>
            Make(pnt_flatten(Handle, start_dim, end_dim, out var r), r);

        /// <summary>Without the dimension, or without all dimensions, of length one.</summary>
        public Tensor squeeze(long? dim = null) => Make(pnt_squeeze(Handle, dim ?? default(Scalar), out var r), r);

        /// <summary>With a new dimension of length one.</summary>
        public Tensor unsqueeze(long dim) => Make(pnt_unsqueeze(Handle, dim, out var r), r);

        /// <summary>A range along one dimension; memory is shared.</summary>
        public Tensor narrow(long dim, long start, long length) => Make(pnt_narrow(Handle, dim, start, length, out var r), r);

        /// <summary>One index along a dimension, which falls away; memory is shared.</summary>
        public Tensor select(long dim, long index) => Make(pnt_select(Handle, dim, index, out var r), r);

        /// <summary>One index along the first dimension; memory is shared.</summary>
        public Tensor this[long index] => select(0, index);

        /// <summary>Some indexes along a dimension.</summary>
        public Tensor index_select(long dim, Tensor index) => Make(pnt_index_select(Handle, dim, index.Handle, out var r), r);

        /// <summary>One element per position of <paramref name="index"/>, which says where along the dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Make(pnt_gather(Handle, dim, index.Handle, out var r), r);
    }
}
