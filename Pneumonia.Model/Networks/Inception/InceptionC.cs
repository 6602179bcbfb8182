using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Branches whose 7x7 convolutions are split into 1x7 and 7x1 (Szegedy et al. 2016, figure 6).</summary>
internal sealed class InceptionC : Layer
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
        : base(nameof(InceptionC))
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

    public override T Run<T>(IOperations<T> operations, T input)
    {
        return operations.Join(
            operations.Run(branch1x1, input),
            operations.RunAll(input, branch7x7_1, branch7x7_2, branch7x7_3),
            operations.RunAll(input, branch7x7dbl_1, branch7x7dbl_2, branch7x7dbl_3, branch7x7dbl_4, branch7x7dbl_5),
            operations.Run(branch_pool, operations.AveragePool(input, kernel: 3, stride: 1, padding: 1)));
    }
}
