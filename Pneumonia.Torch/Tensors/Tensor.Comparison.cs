using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element is greater than the other one.</summary>
        public Tensor gt(Tensor other) => Make(pnt_gt(Handle, other.Handle, out var r), r);

        /// <summary>Whether each element is greater than the number.</summary>
        public Tensor gt(Scalar other) => Make(pnt_gt_number(Handle, other, out var r), r);

        /// <summary>Whether each element is at least the other one.</summary>
        public Tensor ge(Tensor other) => Make(pnt_ge(Handle, other.Handle, out var r), r);

        /// <summary>Whether each element is at least the number.</summary>
        public Tensor ge(Scalar other) => Make(pnt_ge_number(Handle, other, out var r), r);

        /// <summary>Whether each element is less than the other one.</summary>
        public Tensor lt(Tensor other) => Make(pnt_lt(Handle, other.Handle, out var r), r);

        /// <summary>Whether each element is less than the number.</summary>
        public Tensor lt(Scalar other) => Make(pnt_lt_number(Handle, other, out var r), r);

        /// <summary>Whether each element is at most the other one.</summary>
        public Tensor le(Tensor other) => Make(pnt_le(Handle, other.Handle, out var r), r);

        /// <summary>Whether each element is at most the number.</summary>
        public Tensor le(Scalar other) => Make(pnt_le_number(Handle, other, out var r), r);

        /// <summary>Whether each element is equal to the other one.</summary>
        public Tensor eq(Tensor other) => Make(pnt_eq(Handle, other.Handle, out var r), r);

        /// <summary>Whether each element is equal to the number.</summary>
        public Tensor eq(Scalar other) => Make(pnt_eq_number(Handle, other, out var r), r);

        /// <summary>Whether each element is different from the other one.</summary>
        public Tensor ne(Tensor other) => Make(pnt_ne(Handle, other.Handle, out var r), r);

        /// <summary>Whether each element is different from the number.</summary>
        public Tensor ne(Scalar other) => Make(pnt_ne_number(Handle, other, out var r), r);

        /// <summary>Whether both elements are true.</summary>
        public Tensor logical_and(Tensor other) => Make(pnt_logical_and(Handle, other.Handle, out var r), r);

        /// <summary>Whether either element is true.</summary>
        public Tensor logical_or(Tensor other) => Make(pnt_logical_or(Handle, other.Handle, out var r), r);

        /// <summary>Whether all elements are true.</summary>
        public Tensor all() => Make(pnt_all(Handle, out var r), r);

        /// <summary>Whether any element is true.</summary>
        public Tensor any() => Make(pnt_any(Handle, out var r), r);
    }
}
