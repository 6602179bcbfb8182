using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Element by element.
internal static partial class Native
{
    [LibraryImport(Library)] internal static partial int pnt_neg(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_abs(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_exp(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_log(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_sqrt(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_floor(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_round(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_relu(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_relu6(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_sigmoid(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_tanh(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_silu(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_isnan(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_isfinite(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_logical_not(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_zero_(TensorHandle self);
    [LibraryImport(Library)] internal static partial int pnt_neg_(TensorHandle self);
    [LibraryImport(Library)] internal static partial int pnt_exp_(TensorHandle self);
    [LibraryImport(Library)] internal static partial int pnt_sqrt_(TensorHandle self);
    [LibraryImport(Library)] internal static partial int pnt_relu_(TensorHandle self);
    [LibraryImport(Library)] internal static partial int pnt_erfinv_(TensorHandle self);
    [LibraryImport(Library)] internal static partial int pnt_add(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_add_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_sub(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_sub_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_mul(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_mul_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_div(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_div_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_pow(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_pow_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_gt(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_gt_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_ge(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_ge_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_lt(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_lt_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_le(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_le_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_eq(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_eq_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_ne(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_ne_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_maximum(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_minimum(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_logical_and(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_logical_or(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_matmul(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_mm(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_bmm(TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_sub_(TensorHandle self, TensorHandle other);
    [LibraryImport(Library)] internal static partial int pnt_sub_number_(TensorHandle self, Scalar other);
    [LibraryImport(Library)] internal static partial int pnt_mul_(TensorHandle self, TensorHandle other);
    [LibraryImport(Library)] internal static partial int pnt_mul_number_(TensorHandle self, Scalar other);
    [LibraryImport(Library)] internal static partial int pnt_div_(TensorHandle self, TensorHandle other);
    [LibraryImport(Library)] internal static partial int pnt_div_number_(TensorHandle self, Scalar other);
    [LibraryImport(Library)]
    internal static partial int pnt_rsub_number(TensorHandle self, Scalar other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_reciprocal(TensorHandle self, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_add_(TensorHandle self, TensorHandle other, Scalar alpha);
    [LibraryImport(Library)] internal static partial int pnt_add_number_(TensorHandle self, Scalar other);
    [LibraryImport(Library)]
    internal static partial int pnt_addcmul_(TensorHandle self, TensorHandle first, TensorHandle second, Scalar value);
    [LibraryImport(Library)]
    internal static partial int pnt_addcdiv_(TensorHandle self, TensorHandle first, TensorHandle second, Scalar value);
    [LibraryImport(Library)] internal static partial int pnt_lerp_(TensorHandle self, TensorHandle end, Scalar weight);
    [LibraryImport(Library)] internal static partial int pnt_fill_(TensorHandle self, Scalar value);
    [LibraryImport(Library)]
    internal static partial int pnt_masked_fill(TensorHandle self, TensorHandle mask, Scalar value, out TensorHandle result);
    [LibraryImport(Library)]
    internal static partial int pnt_clamp(TensorHandle self, Scalar low, Scalar high, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_clamp_(TensorHandle self, Scalar low, Scalar high);
    [LibraryImport(Library)] internal static partial int pnt_uniform_(TensorHandle self, double from, double to);
    [LibraryImport(Library)] internal static partial int pnt_normal_(TensorHandle self, double mean, double std);
    [LibraryImport(Library)]
    internal static partial int pnt_where(TensorHandle condition, TensorHandle self, TensorHandle other, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_softmax(TensorHandle self, long dim, out TensorHandle result);
    [LibraryImport(Library)] internal static partial int pnt_log_softmax(TensorHandle self, long dim, out TensorHandle result);
}
