using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Branches of 1x1, 5x5 and twice 3x3 convolutions, and a pool (Szegedy et al. 2016, figure 5).</summary>
internal sealed class InceptionA : Layer
{
    private readonly BasicConv2d branch1x1;
    private readonly BasicConv2d branch5x5_1;
    private readonly BasicConv2d branch5x5_2;
    private readonly BasicConv2d branch3x3dbl_1;
    private readonly BasicConv2d branch3x3dbl_2;
    private readonly BasicConv2d branch3x3dbl_3;
    private readonly BasicConv2d branch_pool;

    public InceptionA(int inChannels, int poolChannels)
        : base(nameof(InceptionA))
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

    public override T Run<T>(IOperations<T> operations, T input)
    {
        return operations.Join(
            operations.Run(branch1x1, input),
            operations.RunAll(input, branch5x5_1, branch5x5_2),
            operations.RunAll(input, branch3x3dbl_1, branch3x3dbl_2, branch3x3dbl_3),
            operations.Run(branch_pool, operations.AveragePool(input, kernel: 3, stride: 1, padding: 1)));
    }
}
