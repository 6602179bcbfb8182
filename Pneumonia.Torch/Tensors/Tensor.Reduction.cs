using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum of all elements.</summary>
        public Tensor sum() => Make(pnt_sum(Handle, default, 0, false, out var r), r);

        /// <summary>Sum along one dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false) => Make(pnt_sum(Handle, [dim], 1, keepdim, out var r), r);

        /// <summary>Sum over several dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false) =>
            Make(pnt_sum(Handle, dim, dim.Length, keepdim, out var r), r);

        /// <summary>Mean of all elements.</summary>
        public Tensor mean() => Make(pnt_mean(Handle, default, 0, false, out var r), r);

        /// <summary>Mean along one dimension.</summary>
        public Tensor mean(long dim, bool keepdim = false) => Make(pnt_mean(Handle, [dim], 1, keepdim, out var r), r);

        /// <summary>Mean over several dimensions.</summary>
        public Tensor mean(ReadOnlySpan<long> dim, bool keepdim = false) =>
            Make(pnt_mean(Handle, dim, dim.Length, keepdim, out var r), r);

        /// <summary>Standard deviation of all elements; unbiased divides by one less than their number.</summary>
        public Tensor std(bool unbiased = true) => Make(pnt_std(Handle, default, 0, unbiased, false, out var r), r);

        /// <summary>Standard deviation over dimensions.</summary>
        public Tensor std(ReadOnlySpan<long> dim, bool unbiased = true, bool keepdim = false) =>
            Make(pnt_std(Handle, dim, dim.Length, unbiased, keepdim, out var r), r);

        /// <summary>Variance of all elements; unbiased divides by one less than their number.</summary>
        public Tensor var(bool unbiased = true) => Make(pnt_var(Handle, default, 0, unbiased, false, out var r), r);

        /// <summary>Variance over dimensions.</summary>
        public Tensor var(ReadOnlySpan<long> dim, bool unbiased = true, bool keepdim = false) =>
            Make(pnt_var(Handle, dim, dim.Length, unbiased, keepdim, out var r), r);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(double p = 2) => Make(pnt_norm(Handle, p, default, 0, false, out var r), r);

        /// <summary>The p-norm over dimensions.</summary>
        public Tensor norm(ReadOnlySpan<long> dim, bool keepdim = false, double p = 2) =>
            Make(pnt_norm(Handle, p, dim, dim.Length, keepdim, out var r), r);

        /// <summary>The greatest element.</summary>
        public Tensor max() => Make(pnt_max(Handle, out var r), r);

        /// <summary>The greatest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Two(pnt_max_dim(Handle, dim, keepdim, out var r), r);

        /// <summary>The smallest element.</summary>
        public Tensor min() => Make(pnt_min(Handle, out var r), r);

        /// <summary>The smallest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Two(pnt_min_dim(Handle, dim, keepdim, out var r), r);

        /// <summary>Index of the greatest of all elements.</summary>
        public Tensor argmax() => Make(pnt_argmax(Handle, default, false, out var r), r);

        /// <summary>Index of the greatest element along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Make(pnt_argmax(Handle, dim, keepdim, out var r), r);

        /// <summary>The elements in order along a dimension, and where they were.</summary>
        public (Tensor values, Tensor indexes) sort(long dim = -1, bool descending = false) =>
            Two(pnt_sort(Handle, dim, descending, out var r), r);

        /// <summary>
        /// The <paramref name="k"/> greatest (or smallest) elements along a dimension, in order, and where they were.
        /// </summary>
        public (Tensor values, Tensor indexes) topk(long k, long dim = -1, bool largest = true) =>
            Two(pnt_topk(Handle, k, dim, largest, out var r), r);

        private static (Tensor, Tensor) Two(int status, TensorListHandle list)
        {
            Verify(status);
            var tensors = list.Unpack();
            return (tensors[0]!, tensors[1]!);
        }
    }
}
