using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.torch.Tensor;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions.</summary>
        public static partial class functional
        {
            /// <summary>A convolution over images (N, C, H, W) with weight (out, C / groups, height, width).</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, Size2D? stride = null,
                Size2D? padding = null, Size2D? dilation = null, long groups = 1) =>
                Make(pnt_conv2d(input.Handle, weight.Handle, HandleOf(bias), stride ?? 1, padding ?? 0, dilation ?? 1, groups,
                    out var r), r);

            /// <summary>Batch normalisation; in training the running statistics, where given, are moved along.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Make(pnt_batch_norm(input.Handle, HandleOf(weight), HandleOf(bias), HandleOf(running_mean), HandleOf(running_var),
                    training, momentum, eps, out var r), r);

            /// <summary>x times the transposed weight (out, in), plus the bias (out).</summary>
            public static Tensor linear(Tensor input, Tensor weight, Tensor? bias = null) =>
                Make(pnt_linear(input.Handle, weight.Handle, HandleOf(bias), out var r), r);

            /// <summary>The greatest element under a sliding window.</summary>
            public static Tensor max_pool2d(Tensor input, Size2D kernel_size, Size2D? stride = null, Size2D? padding = null,
                Size2D? dilation = null, bool ceil_mode = false) =>
                Make(pnt_max_pool2d(input.Handle, kernel_size, stride ?? kernel_size, padding ?? 0, dilation ?? 1, ceil_mode,
                    out var r), r);

            /// <summary>The mean under a sliding window.</summary>
            public static Tensor avg_pool2d(Tensor input, Size2D kernel_size, Size2D? stride = null, Size2D? padding = null,
                bool ceil_mode = false, bool count_include_pad = true) =>
                Make(pnt_avg_pool2d(input.Handle, kernel_size, stride ?? kernel_size, padding ?? 0, ceil_mode, count_include_pad,
                    out var r), r);

            /// <summary>Means over a grid of the given size.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, Size2D output_size) =>
                Make(pnt_adaptive_avg_pool2d(input.Handle, output_size, out var r), r);

            /// <summary>Zeroes elements with probability <paramref name="p"/> in training and scales up the rest.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true) =>
                Make(pnt_dropout(input.Handle, p, training, out var r), r);

            /// <summary>Negative elements become zero.</summary>
            public static Tensor relu(Tensor input, bool inplace = false) => inplace ? input.relu_() : input.relu();

            /// <summary>x times its logistic function.</summary>
            public static Tensor silu(Tensor input) => input.silu();

            /// <inheritdoc cref="Tensor.softmax"/>
            public static Tensor softmax(Tensor input, long dim) => input.softmax(dim);

            /// <inheritdoc cref="Tensor.log_softmax"/>
            public static Tensor log_softmax(Tensor input, long dim) => input.log_softmax(dim);

            /// <summary>
            /// Scales vectors along a dimension to p-norm one; a norm below <paramref name="eps"/> counts as it.
            /// </summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var norm = input.norm([dim], keepdim: true, p);
                using var divisor = norm.clamp(eps);
                return input / divisor;
            }
        }
    }
}
