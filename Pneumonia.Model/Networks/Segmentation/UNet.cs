using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Segmentation;

/// <summary>A U-Net (Ronneberger et al. 2015, "U-Net: Convolutional networks for biomedical image segmentation", figure 1): down to few
/// pixels and up again, with what was seen on the way down joined on the way up. Smaller than the original, padded, with batch
/// normalisation, and enlarging by repetition in place of transposed convolutions. Gives a logit a pixel.</summary>
public sealed class UNet : Layer
{
    private readonly ModuleList<Stack> down = [];
    private readonly ModuleList<Stack> up = [];
    private readonly Conv2d head;

    /// <summary>Makes a network with random weights.</summary>
    /// <param name="channels">Maps of each level, the finest first; every level below the first halves rows and columns.</param>
    public UNet(params IReadOnlyList<int> channels)
        : base(nameof(UNet))
    {
        foreach (var (level, count) in channels.Index())
        {
            down.Add(Block(level == 0 ? 1 : channels[level - 1], count));
        }

        for (var level = channels.Count - 1; level > 0; level--)
        {
            up.Add(Block(channels[level] + channels[level - 1], channels[level - 1]));
        }

        head = Conv2d(channels[0], 1, kernel_size: 1);
        RegisterComponents();
        NetworkInitialization.KaimingFanIn(this);
    }

    /// <inheritdoc/>
    public override T Run<T>(IOperations<T> operations, T input)
    {
        var seen = new List<T>();
        foreach (var block in down)
        {
            input = operations.Run(block, seen.Count == 0 ? input : operations.MaxPool(input, kernel: 2, stride: 2));
            seen.Add(input);
        }

        foreach (var (step, block) in up.Index())
        {
            input = operations.Run(block, operations.Join(operations.Upsample(input), seen[^(step + 2)]));
        }

        return operations.Convolve(input, head);
    }

    private static Stack Block(int from, int to) => new(
        Conv2d(from, to, kernel_size: 3, padding: 1, bias: false), BatchNorm2d(to), new Activation(ActivationKind.Relu),
        Conv2d(to, to, kernel_size: 3, padding: 1, bias: false), BatchNorm2d(to), new Activation(ActivationKind.Relu));
}
