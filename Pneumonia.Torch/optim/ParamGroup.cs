namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Parameters that share a learning rate and a weight decay.</summary>
        /// <param name="parameters">The parameters. Those that are not to be learned are left out.</param>
        /// <param name="lr">Their learning rate; the optimiser's where it is null.</param>
        /// <param name="weight_decay">Their weight decay; the optimiser's where it is null.</param>
        public sealed class ParamGroup(IEnumerable<Tensor> parameters, double? lr = null, double? weight_decay = null)
        {
            /// <summary>The parameters.</summary>
            public IReadOnlyList<Tensor> Parameters { get; } = [.. parameters.Where(parameter => parameter.requires_grad)];

            /// <summary>The learning rate of the next step.</summary>
            public double LearningRate { get; set; }

            /// <summary>The learning rate at first, which schedules scale.</summary>
            public double InitialLearningRate { get; private set; }

            /// <summary>The weight decay of the next step.</summary>
            public double WeightDecay { get; set; }

            internal void Complete(double defaultRate, double defaultDecay)
            {
                InitialLearningRate = LearningRate = lr ?? defaultRate;
                WeightDecay = weight_decay ?? defaultDecay;
            }
        }
    }
}
