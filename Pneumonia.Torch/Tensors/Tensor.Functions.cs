using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sign turned.</summary>
        public Tensor neg() => Make(pnt_neg(Handle, out var r), r);

        /// <summary>Magnitude.</summary>
        public Tensor abs() => Make(pnt_abs(Handle, out var r), r);

        /// <summary>Exponential.</summary>
        public Tensor exp() => Make(pnt_exp(Handle, out var r), r);

        /// <summary>Natural logarithm.</summary>
        public Tensor log() => Make(pnt_log(Handle, out var r), r);

        /// <summary>Square root.</summary>
        public Tensor sqrt() => Make(pnt_sqrt(Handle, out var r), r);

        /// <summary>Rounded down.</summary>
        public Tensor floor() => Make(pnt_floor(Handle, out var r), r);

        /// <summary>Rounded to the nearest whole number, halves to even.</summary>
        public Tensor round() => Make(pnt_round(Handle, out var r), r);

        /// <summary>Negative elements become zero.</summary>
        public Tensor relu() => Make(pnt_relu(Handle, out var r), r);

        /// <summary>Clamped to 0..6.</summary>
        public Tensor relu6() => Make(pnt_relu6(Handle, out var r), r);

        /// <summary>Logistic function.</summary>
        public Tensor sigmoid() => Make(pnt_sigmoid(Handle, out var r), r);

        /// <summary>Hyperbolic tangent.</summary>
        public Tensor tanh() => Make(pnt_tanh(Handle, out var r), r);

        /// <summary>x times its logistic function (Elfwing et al., 2018).</summary>
        public Tensor silu() => Make(pnt_silu(Handle, out var r), r);

        /// <summary>Whether each element is not a number.</summary>
        public Tensor isnan() => Make(pnt_isnan(Handle, out var r), r);

        /// <summary>Whether each element is neither infinite nor not a number.</summary>
        public Tensor isfinite() => Make(pnt_isfinite(Handle, out var r), r);

        /// <summary>Whether each element is zero or false.</summary>
        public Tensor logical_not() => Make(pnt_logical_not(Handle, out var r), r);

        /// <summary>Limited to the range; a missing end is open.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            Make(pnt_clamp(Handle, min ?? default, max ?? default, out var r), r);

        /// <summary>Exponentials that sum to one along a dimension.</summary>
        public Tensor softmax(long dim) => Make(pnt_softmax(Handle, dim, out var r), r);

        /// <summary>Logarithm of <see cref="softmax"/>, computed stably.</summary>
        public Tensor log_softmax(long dim) => Make(pnt_log_softmax(Handle, dim, out var r), r);

        /// <summary>A copy with <paramref name="value"/> where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Make(pnt_masked_fill(Handle, mask.Handle, value, out var r), r);
    }
}
