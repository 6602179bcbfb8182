using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Elements limited to 0..6, as by <c>ReLU6</c>, whose gradient libtorch 1.13 does not have in bfloat16 on a
/// processor.</summary>
internal sealed class ClippedReLU : Module<Tensor, Tensor>
{
    public override Tensor forward(Tensor input) => input.clamp(0, 6);
}
