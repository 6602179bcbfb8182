using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.torch.Tensor;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cross entropy of logits.</summary>
            /// <param name="input">Logits (N, C).</param>
            /// <param name="target">Class indexes (N), Int64, or class probabilities (N, C).</param>
            /// <param name="weight">Weight per class (C); the mean is then weighted.</param>
            /// <param name="ignore_index">A class index whose samples do not count.</param>
            /// <param name="reduction">How the batch becomes one number.</param>
            /// <param name="label_smoothing">Share of probability, 0 to 1, spread evenly (Szegedy et al., 2016).</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                Make(pnt_cross_entropy(input.Handle, target.Handle, HandleOf(weight), (long)reduction, ignore_index,
                    label_smoothing, out var r), r);

            /// <summary>Cross entropy of independent yes-or-no logits.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Probabilities of the same shape.</param>
            /// <param name="weight">Weight per element.</param>
            /// <param name="reduction">How the batch becomes one number.</param>
            /// <param name="pos_weight">Weight of positive targets.</param>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                Reduction reduction = Reduction.Mean, Tensor? pos_weight = null) =>
                Make(pnt_binary_cross_entropy_with_logits(input.Handle, target.Handle, HandleOf(weight), HandleOf(pos_weight),
                    (long)reduction, out var r), r);

            /// <summary>Squared difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Make(pnt_mse_loss(input.Handle, target.Handle, (long)reduction, out var r), r);

            /// <summary>
            /// Kullback-Leibler divergence. The mean is over elements; a batch's mean is the sum over its size.
            /// </summary>
            /// <param name="input">Logarithms of probabilities.</param>
            /// <param name="target">Probabilities, or their logarithms.</param>
            /// <param name="log_target">Whether the target is logarithms.</param>
            /// <param name="reduction">How the batch becomes one number.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = false,
                Reduction reduction = Reduction.Mean) =>
                Make(pnt_kl_div(input.Handle, target.Handle, (long)reduction, log_target, out var r), r);
        }
    }
}
