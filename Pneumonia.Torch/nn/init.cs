using Pneumonia.Torch.Modules;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of weights. Each function changes the tensor without recording it, and returns it.</summary>
        public static class init
        {
            /// <summary>Which fan a distribution's width is taken from.</summary>
            public enum FanInOut
            {
                /// <summary>Inputs per output: keeps the size of activations.</summary>
                FanIn,

                /// <summary>Outputs per input: keeps the size of gradients.</summary>
                FanOut,
            }

            /// <summary>One value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar value) => Quietly(() => tensor.fill_(value));

            /// <summary>Normal distribution.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) =>
                Quietly(() => tensor.normal_(mean, std));

            /// <summary>Even distribution.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) =>
                Quietly(() => tensor.uniform_(low, high));

            /// <summary>Normal distribution for layers before a ReLU, variance 2 / fan (He et al., 2015).</summary>
            public static Tensor kaiming_normal_(Tensor tensor, FanInOut mode = FanInOut.FanIn)
            {
                var (fanIn, fanOut) = Fans(tensor);
                return normal_(tensor, 0, Math.Sqrt(2.0 / (mode == FanInOut.FanIn ? fanIn : fanOut)));
            }

            /// <summary>Even distribution of variance 2 / (fan in + fan out) (Glorot and Bengio, 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = Fans(tensor);
                var bound = gain * Math.Sqrt(6.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>
            /// Normal distribution cut off at <paramref name="a"/> and <paramref name="b"/>, drawn through the inverse of the
            /// distribution function, as in PyTorch.
            /// </summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2)
            {
                var low = Distribution((a - mean) / std);
                var high = Distribution((b - mean) / std);
                return Quietly(() => tensor.uniform_(2 * low - 1, 2 * high - 1).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean)
                    .clamp_(a, b));
            }

            // PyTorch's default for convolutions and linear layers: even between plus and minus 1 / sqrt(fan in).
            internal static Parameter Default(long fanIn, params ReadOnlySpan<long> shape)
            {
                var bound = 1 / Math.Sqrt(fanIn);
                return new Parameter(empty(shape).uniform_(-bound, bound));
            }

            private static (long In, long Out) Fans(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"A fan needs at least two dimensions, and this is {tensor}.");
                var window = shape.Skip(2).Aggregate(1L, (product, length) => product * length);
                return (shape[1] * window, shape[0] * window);
            }

            // The standard normal distribution function, which .NET lacks: Simpson's rule on the density. With 200 panels over
            // the few standard deviations asked for, the error is below 1e-9.
            private static double Distribution(double x)
            {
                const int panels = 200;
                var step = x / panels;
                var sum = 0.0;
                for (var i = 0; i <= panels; i++)
                    sum += (i == 0 || i == panels ? 1 : i % 2 == 0 ? 2 : 4) * Math.Exp(-0.5 * (i * step) * (i * step));
                return 0.5 + sum * step / 3 / Math.Sqrt(2 * Math.PI);
            }

            private static Tensor Quietly(Func<Tensor> change)
            {
                using (no_grad())
                    return change();
            }
        }
    }
}
