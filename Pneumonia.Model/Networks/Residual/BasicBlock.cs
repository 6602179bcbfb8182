using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>Two 3x3 convolutions and a shortcut (He et al. 2016, figure 5, left).</summary>
internal sealed class BasicBlock : Layer
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Stack? downsample;

    public BasicBlock(int inChannels, int outChannels, int stride)
        : base(nameof(BasicBlock))
    {
        conv1 = Conv2d(inChannels, outChannels, kernel_size: 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(outChannels);
        conv2 = Conv2d(outChannels, outChannels, kernel_size: 3, stride: 1, padding: 1, bias: false);
        bn2 = BatchNorm2d(outChannels);
        downsample = ProjectionShortcut.Create(inChannels, outChannels, stride);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var residual = operations.Relu(operations.Normalise(operations.Convolve(input, conv1), bn1));
        residual = operations.Normalise(operations.Convolve(residual, conv2), bn2);
        var shortcut = downsample is null ? input : operations.Run(downsample, input);
        return operations.Relu(operations.Add(residual, shortcut));
    }
}
