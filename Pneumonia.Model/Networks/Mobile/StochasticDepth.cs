using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>In training, leaves out a block for some images of the batch at random, and scales up the others (Huang et al. 2016,
/// section 3).</summary>
/// <param name="probability">Of being left out.</param>
internal sealed class StochasticDepth(double probability) : Module<Tensor, Tensor>
{
    public override Tensor forward(Tensor input)
    {
        if (!training || probability == 0)
        {
            return input;
        }

        using var scope = NewDisposeScope();
        var kept = functional.dropout(ones([input.size(0), 1, 1, 1], input.dtype), probability);
        return scope.MoveToOuter(input * kept);
    }
}
