using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Branches that end in 1x3 and 3x1 convolutions side by side (Szegedy et al. 2016, figure 7).</summary>
internal sealed class InceptionE : Layer
{
    private readonly BasicConv2d branch1x1;
    private readonly BasicConv2d branch3x3_1;
    private readonly BasicConv2d branch3x3_2a;
    private readonly BasicConv2d branch3x3_2b;
    private readonly BasicConv2d branch3x3dbl_1;
    private readonly BasicConv2d branch3x3dbl_2;
    private readonly BasicConv2d branch3x3dbl_3a;
    private readonly BasicConv2d branch3x3dbl_3b;
    private readonly BasicConv2d branch_pool;

    public InceptionE(int inChannels)
        : base(nameof(InceptionE))
    {
        branch1x1 = new(inChannels, 320, kernel: 1);
        branch3x3_1 = new(inChannels, 384, kernel: 1);
        branch3x3_2a = new(384, 384, kernel: (1, 3), padding: (0, 1));
        branch3x3_2b = new(384, 384, kernel: (3, 1), padding: (1, 0));
        branch3x3dbl_1 = new(inChannels, 448, kernel: 1);
        branch3x3dbl_2 = new(448, 384, kernel: 3, padding: 1);
        branch3x3dbl_3a = new(384, 384, kernel: (1, 3), padding: (0, 1));
        branch3x3dbl_3b = new(384, 384, kernel: (3, 1), padding: (1, 0));
        branch_pool = new(inChannels, 192, kernel: 1);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var branch3x3 = operations.Run(branch3x3_1, input);
        var branch3x3dbl = operations.RunAll(input, branch3x3dbl_1, branch3x3dbl_2);
        return operations.Join(
            operations.Run(branch1x1, input),
            operations.Run(branch3x3_2a, branch3x3),
            operations.Run(branch3x3_2b, branch3x3),
            operations.Run(branch3x3dbl_3a, branch3x3dbl),
            operations.Run(branch3x3dbl_3b, branch3x3dbl),
            operations.Run(branch_pool, operations.AveragePool(input, kernel: 3, stride: 1, padding: 1)));
    }
}
