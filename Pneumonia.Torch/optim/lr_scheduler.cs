namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate, each a pure function of the step.</summary>
        public static class lr_scheduler
        {
            /// <summary>The initial rate times any function of the step.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<long, double> lr_lambda) =>
                new(optimizer, (initial, step) => initial * lr_lambda(step));

            /// <summary>Times <paramref name="gamma"/> after every <paramref name="step_size"/> steps.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, long step_size, double gamma = 0.1)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step_size);
                return LambdaLR(optimizer, step => Math.Pow(gamma, step / step_size));
            }

            /// <summary>Times <paramref name="gamma"/> after every step.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma) =>
                LambdaLR(optimizer, step => Math.Pow(gamma, step));

            /// <summary>From the initial rate down to <paramref name="eta_min"/> at step <paramref name="T_max"/> along half a
            /// cosine (Loshchilov and Hutter, 2017).</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, long T_max, double eta_min = 0)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                return new(optimizer, (initial, step) => Cosine(initial, eta_min, (double)step / T_max));
            }

            /// <summary>
            /// Evenly up to the initial rate over <paramref name="warmup"/> steps, then along half a cosine to
            /// <paramref name="eta_min"/> at step <paramref name="total"/>, and there it stays.
            /// </summary>
            public static LRScheduler WarmupCosineLR(Optimizer optimizer, long warmup, long total, double eta_min = 0)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(warmup);
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(total, warmup);
                return new(optimizer, (initial, step) => step < warmup
                    ? initial * (step + 1) / (warmup + 1)
                    : Cosine(initial, eta_min, Math.Min(1, (double)(step - warmup) / (total - warmup))));
            }

            /// <summary>
            /// Up to <paramref name="max_lr"/> and down to almost nothing along two half cosines (Smith and Topin, 2018).
            /// Momentum is left alone, as with PyTorch's <c>cycle_momentum=False</c>.
            /// </summary>
            /// <param name="optimizer">Whose rates are set; all groups get the same.</param>
            /// <param name="max_lr">The peak.</param>
            /// <param name="total_steps">Steps of the whole cycle; afterwards the rate stays at its end.</param>
            /// <param name="pct_start">Share of the steps before the peak.</param>
            /// <param name="div_factor">The peak over the first rate.</param>
            /// <param name="final_div_factor">The first rate over the last.</param>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, long total_steps, double pct_start = 0.3,
                double div_factor = 25, double final_div_factor = 1e4)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(total_steps, 2);
                var first = max_lr / div_factor;
                var peak = pct_start * total_steps - 1;
                var last = total_steps - 1;
                return new(optimizer, (_, step) => step < peak
                    ? Cosine(first, max_lr, step / peak)
                    : Cosine(max_lr, first / final_div_factor, Math.Min(1, (step - peak) / (last - peak))));
            }

            private static double Cosine(double start, double end, double share) =>
                end + (start - end) * (1 + Math.Cos(Math.PI * share)) / 2;
        }
    }
}
