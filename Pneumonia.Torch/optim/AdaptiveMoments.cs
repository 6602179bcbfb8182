using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class optim
    {
        // Adam and AdamW.
        private sealed class AdaptiveMoments(IEnumerable<ParamGroup> groups, double lr, double beta1, double beta2, double eps,
            double weightDecay, bool decoupled) : Optimizer(groups, lr, weightDecay, "exp_avg", "exp_avg_sq")
        {
            private protected override void Update(Tensor parameter, State state, ParamGroup group) =>
                Verify(Native.pnt_adam_step(parameter.Handle, state.Tensors[0].Handle, state.Tensors[1].Handle,
                    new AdamOptions(group.LearningRate, beta1, beta2, eps, group.WeightDecay, state.Step, decoupled ? 1 : 0)));
        }
    }
}
