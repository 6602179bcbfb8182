using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Scales each channel by a gate computed from the means of all (Hu et al. 2018, equations 2 to 4).</summary>
internal sealed class SqueezeExcitation : Module<Tensor, Tensor>
{
    private readonly Conv2d fc1;
    private readonly Conv2d fc2;

    public SqueezeExcitation(int channels, int squeezed)
    {
        fc1 = Conv2d(channels, squeezed, kernel_size: 1);
        fc2 = Conv2d(squeezed, channels, kernel_size: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var means = functional.adaptive_avg_pool2d(input, 1);
        return scope.MoveToOuter(input * fc2.forward(fc1.forward(means).silu()).sigmoid());
    }
}
