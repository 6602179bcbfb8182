using Pneumonia.Torch.Modules;

namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>Building blocks of networks.</summary>
    public static partial class nn
    {
        /// <summary>How the losses of a batch become one.</summary>
        public enum Reduction
        {
            /// <summary>Not at all.</summary>
            None = 0,

            /// <summary>Averaged.</summary>
            Mean = 1,

            /// <summary>Summed.</summary>
            Sum = 2,
        }

        /// <summary>A convolution over images (N, C, H, W).</summary>
        public static Conv2d Conv2d(long in_channels, long out_channels, Size2D kernel_size, Size2D? stride = null,
            Size2D? padding = null, Size2D? dilation = null, long groups = 1, bool bias = true) =>
            new(in_channels, out_channels, kernel_size, stride ?? 1, padding ?? 0, dilation ?? 1, groups, bias);

        /// <summary>Batch normalisation over images (Ioffe and Szegedy, 2015).</summary>
        public static BatchNorm2d BatchNorm2d(long features, double eps = 1e-5, double momentum = 0.1) =>
            new(features, eps, momentum);

        /// <summary>A matrix product and a bias over the last dimension.</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true) => new(inputSize, outputSize, hasBias);

        /// <summary>Negative elements become zero.</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>Elements are limited to 0..6.</summary>
        public static ReLU6 ReLU6() => new();

        /// <summary>x times its logistic function.</summary>
        public static SiLU SiLU() => new();

        /// <summary>Logistic function.</summary>
        public static Sigmoid Sigmoid() => new();

        /// <summary>The greatest element under a sliding window; the stride is the window's size where it is left out.</summary>
        public static MaxPool2d MaxPool2d(Size2D kernel_size, Size2D? stride = null, Size2D? padding = null,
            Size2D? dilation = null, bool ceil_mode = false) => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean under a sliding window; the stride is the window's size where it is left out.</summary>
        public static AvgPool2d AvgPool2d(Size2D kernel_size, Size2D? stride = null, Size2D? padding = null,
            bool ceil_mode = false, bool count_include_pad = true) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>Means over a grid of the given size, whatever the input's.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(Size2D output_size) => new(output_size);

        /// <summary>Zeroes elements with probability <paramref name="p"/> in training and scales up the rest.</summary>
        public static Dropout Dropout(double p = 0.5) => new(p);

        /// <summary>Joins a range of dimensions.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Gives back what it gets.</summary>
        public static Identity Identity() => new();

        /// <summary>Modules one after the other, named 0, 1, 2 and so on.</summary>
        public static Sequential Sequential(params IEnumerable<Module<Tensor, Tensor>> modules) =>
            new(modules.Select((module, index) => ($"{index}", module)));

        /// <summary>Modules one after the other, under given names.</summary>
        public static Sequential Sequential(params IEnumerable<(string name, Module<Tensor, Tensor> module)> modules) =>
            new(modules);

        /// <summary>A list of modules, named 0, 1, 2 and so on.</summary>
        public static ModuleList<T> ModuleList<T>(params IEnumerable<T> modules) where T : Module => new(modules);
    }
}
