using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Branches whose 7x7 convolutions are split into 1x7 and 7x1 (Szegedy et al. 2016, figure 6).</summary>
internal sealed class InceptionC : Module<Tensor, Tensor>
{
    private readonly BasicConv2d branch1x1;
    private readonly BasicConv2d branch7x7_1;
    private readonly BasicConv2d branch7x7_2;
    private readonly BasicConv2d branch7x7_3;
    private readonly BasicConv2d branch7x7dbl_1;
    private readonly BasicConv2d branch7x7dbl_2;
    private readonly BasicConv2d branch7x7dbl_3;
    private readonly BasicConv2d branch7x7dbl_4;
    private readonly BasicConv2d branch7x7dbl_5;
    private readonly BasicConv2d branch_pool;

    public InceptionC(int inChannels, int width)
    {
        branch1x1 = new(inChannels, 192, kernel: 1);
        branch7x7_1 = new(inChannels, width, kernel: 1);
        branch7x7_2 = new(width, width, kernel: (1, 7), padding: (0, 3));
        branch7x7_3 = new(width, 192, kernel: (7, 1), padding: (3, 0));
        branch7x7dbl_1 = new(inChannels, width, kernel: 1);
        branch7x7dbl_2 = new(width, width, kernel: (7, 1), padding: (3, 0));
        branch7x7dbl_3 = new(width, width, kernel: (1, 7), padding: (0, 3));
        branch7x7dbl_4 = new(width, width, kernel: (7, 1), padding: (3, 0));
        branch7x7dbl_5 = new(width, 192, kernel: (1, 7), padding: (0, 3));
        branch_pool = new(inChannels, 192, kernel: 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return scope.Join(
            branch1x1.forward(input),
            input.Through(branch7x7_1, branch7x7_2, branch7x7_3),
            input.Through(branch7x7dbl_1, branch7x7dbl_2, branch7x7dbl_3, branch7x7dbl_4, branch7x7dbl_5),
            input.Smoothed().Through(branch_pool));
    }
}
