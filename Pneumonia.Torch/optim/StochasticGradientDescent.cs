using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class optim
    {
        private sealed class StochasticGradientDescent(IEnumerable<ParamGroup> groups, double lr, double momentum,
            double weightDecay, bool nesterov) : Optimizer(groups, lr, weightDecay, "momentum_buffer")
        {
            private protected override void Update(Tensor parameter, State state, ParamGroup group) =>
                Verify(Native.pnt_sgd_step(parameter.Handle, state.Tensors[0].Handle, group.LearningRate, momentum,
                    group.WeightDecay, nesterov));
        }
    }
}
