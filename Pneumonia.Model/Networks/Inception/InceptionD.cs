using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Halves the map of <see cref="InceptionC"/>: two strided branches and a pool (Szegedy et al.
/// 2016, figure 10).</summary>
internal sealed class InceptionD : Layer
{
    private readonly BasicConv2d branch3x3_1;
    private readonly BasicConv2d branch3x3_2;
    private readonly BasicConv2d branch7x7x3_1;
    private readonly BasicConv2d branch7x7x3_2;
    private readonly BasicConv2d branch7x7x3_3;
    private readonly BasicConv2d branch7x7x3_4;

    public InceptionD(int inChannels)
        : base(nameof(InceptionD))
    {
        branch3x3_1 = new(inChannels, 192, kernel: 1);
        branch3x3_2 = new(192, 320, kernel: 3, stride: 2);
        branch7x7x3_1 = new(inChannels, 192, kernel: 1);
        branch7x7x3_2 = new(192, 192, kernel: (1, 7), padding: (0, 3));
        branch7x7x3_3 = new(192, 192, kernel: (7, 1), padding: (3, 0));
        branch7x7x3_4 = new(192, 192, kernel: 3, stride: 2);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        return operations.Join(
            operations.RunAll(input, branch3x3_1, branch3x3_2),
            operations.RunAll(input, branch7x7x3_1, branch7x7x3_2, branch7x7x3_3, branch7x7x3_4),
            operations.MaxPool(input, kernel: 3, stride: 2));
    }
}
