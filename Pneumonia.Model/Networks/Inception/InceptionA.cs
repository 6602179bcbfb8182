using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Branches of 1x1, 5x5 and twice 3x3 convolutions, and a pool (Szegedy et al. 2016, figure 5).</summary>
internal sealed class InceptionA : Module<Tensor, Tensor>
{
    private readonly BasicConv2d branch1x1;
    private readonly BasicConv2d branch5x5_1;
    private readonly BasicConv2d branch5x5_2;
    private readonly BasicConv2d branch3x3dbl_1;
    private readonly BasicConv2d branch3x3dbl_2;
    private readonly BasicConv2d branch3x3dbl_3;
    private readonly BasicConv2d branch_pool;

    public InceptionA(int inChannels, int poolChannels)
    {
        branch1x1 = new(inChannels, 64, kernel: 1);
        branch5x5_1 = new(inChannels, 48, kernel: 1);
        branch5x5_2 = new(48, 64, kernel: 5, padding: 2);
        branch3x3dbl_1 = new(inChannels, 64, kernel: 1);
        branch3x3dbl_2 = new(64, 96, kernel: 3, padding: 1);
        branch3x3dbl_3 = new(96, 96, kernel: 3, padding: 1);
        branch_pool = new(inChannels, poolChannels, kernel: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return scope.Join(
            branch1x1.forward(input),
            input.Through(branch5x5_1, branch5x5_2),
            input.Through(branch3x3dbl_1, branch3x3dbl_2, branch3x3dbl_3),
            input.Smoothed().Through(branch_pool));
    }
}
