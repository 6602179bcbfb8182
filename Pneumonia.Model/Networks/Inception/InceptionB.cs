using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Halves the map of <see cref="InceptionA"/>: two strided branches and a pool (Szegedy et al.
/// 2016, figure 10).</summary>
internal sealed class InceptionB : Layer
{
    private readonly BasicConv2d branch3x3;
    private readonly BasicConv2d branch3x3dbl_1;
    private readonly BasicConv2d branch3x3dbl_2;
    private readonly BasicConv2d branch3x3dbl_3;

    public InceptionB(int inChannels)
        : base(nameof(InceptionB))
    {
        branch3x3 = new(inChannels, 384, kernel: 3, stride: 2);
        branch3x3dbl_1 = new(inChannels, 64, kernel: 1);
        branch3x3dbl_2 = new(64, 96, kernel: 3, padding: 1);
        branch3x3dbl_3 = new(96, 96, kernel: 3, stride: 2);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        return operations.Join(
            operations.Run(branch3x3, input),
            operations.RunAll(input, branch3x3dbl_1, branch3x3dbl_2, branch3x3dbl_3),
            operations.MaxPool(input, kernel: 3, stride: 2));
    }
}
