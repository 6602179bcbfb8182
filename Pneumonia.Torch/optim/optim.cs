namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent (with Nesterov's look-ahead where asked for), in PyTorch's form.</summary>
        public static Optimizer SGD(IEnumerable<Tensor> parameters, double learningRate, double momentum = 0,
            double weight_decay = 0, bool nesterov = false) =>
            SGD([new ParamGroup(parameters)], learningRate, momentum, weight_decay, nesterov);

        /// <inheritdoc cref="SGD(IEnumerable{Tensor}, double, double, double, bool)"/>
        public static Optimizer SGD(IEnumerable<ParamGroup> groups, double learningRate, double momentum = 0,
            double weight_decay = 0, bool nesterov = false) =>
            new StochasticGradientDescent(groups, learningRate, momentum, weight_decay, nesterov);

        /// <summary>Adam (Kingma and Ba, 2015); weight decay is added to the gradient.</summary>
        public static Optimizer Adam(IEnumerable<Tensor> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0) =>
            Adam([new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay);

        /// <inheritdoc cref="Adam(IEnumerable{Tensor}, double, double, double, double, double)"/>
        public static Optimizer Adam(IEnumerable<ParamGroup> groups, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0) =>
            new AdaptiveMoments(groups, lr, beta1, beta2, eps, weight_decay, decoupled: false);

        /// <summary>Adam with weight decay apart from the gradient (Loshchilov and Hutter, 2019).</summary>
        public static Optimizer AdamW(IEnumerable<Tensor> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 1e-2) =>
            AdamW([new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay);

        /// <inheritdoc cref="AdamW(IEnumerable{Tensor}, double, double, double, double, double)"/>
        public static Optimizer AdamW(IEnumerable<ParamGroup> groups, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 1e-2) =>
            new AdaptiveMoments(groups, lr, beta1, beta2, eps, weight_decay, decoupled: true);
    }
}
