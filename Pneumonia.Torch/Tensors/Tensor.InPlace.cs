using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds <paramref name="alpha"/> (1 by default) times <paramref name="other"/>.</summary>
        public Tensor add_(Tensor other, Scalar? alpha = null) => Same(pnt_add_(Handle, other.Handle, alpha ?? 1));

        /// <summary>Adds a number.</summary>
        public Tensor add_(Scalar other) => Same(pnt_add_number_(Handle, other));

        /// <summary>Subtracts another tensor.</summary>
        public Tensor sub_(Tensor other) => Same(pnt_sub_(Handle, other.Handle));

        /// <summary>Subtracts a number.</summary>
        public Tensor sub_(Scalar other) => Same(pnt_sub_number_(Handle, other));

        /// <summary>Multiplies by another tensor.</summary>
        public Tensor mul_(Tensor other) => Same(pnt_mul_(Handle, other.Handle));

        /// <summary>Multiplies by a number.</summary>
        public Tensor mul_(Scalar other) => Same(pnt_mul_number_(Handle, other));

        /// <summary>Divides by another tensor.</summary>
        public Tensor div_(Tensor other) => Same(pnt_div_(Handle, other.Handle));

        /// <summary>Divides by a number.</summary>
        public Tensor div_(Scalar other) => Same(pnt_div_number_(Handle, other));

        /// <summary>Adds <paramref name="value"/> times the product of two tensors.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
            Same(pnt_addcmul_(Handle, tensor1.Handle, tensor2.Handle, value ?? 1));

        /// <summary>Adds <paramref name="value"/> times the quotient of two tensors.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
            Same(pnt_addcdiv_(Handle, tensor1.Handle, tensor2.Handle, value ?? 1));

        /// <summary>Goes the fraction <paramref name="weight"/> of the way to <paramref name="end"/>.</summary>
        public Tensor lerp_(Tensor end, Scalar weight) => Same(pnt_lerp_(Handle, end.Handle, weight));

        /// <summary>Limits to the range; a missing end is open.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Same(pnt_clamp_(Handle, min ?? default, max ?? default));

        /// <summary>Sets every element.</summary>
        public Tensor fill_(Scalar value) => Same(pnt_fill_(Handle, value));

        /// <summary>Sets every element to zero.</summary>
        public Tensor zero_() => Same(pnt_zero_(Handle));

        /// <summary>Turns the sign.</summary>
        public Tensor neg_() => Same(pnt_neg_(Handle));

        /// <summary>Exponential.</summary>
        public Tensor exp_() => Same(pnt_exp_(Handle));

        /// <summary>Square root.</summary>
        public Tensor sqrt_() => Same(pnt_sqrt_(Handle));

        /// <summary>Negative elements become zero.</summary>
        public Tensor relu_() => Same(pnt_relu_(Handle));

        /// <summary>Inverse of the error function.</summary>
        public Tensor erfinv_() => Same(pnt_erfinv_(Handle));

        /// <summary>Draws every element evenly from a range.</summary>
        public Tensor uniform_(double from = 0, double to = 1) => Same(pnt_uniform_(Handle, from, to));

        /// <summary>Draws every element from a normal distribution.</summary>
        public Tensor normal_(double mean = 0, double stdev = 1) => Same(pnt_normal_(Handle, mean, stdev));
    }
}
