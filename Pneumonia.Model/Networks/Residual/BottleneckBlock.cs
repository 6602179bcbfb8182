using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>1x1, 3x3 and 1x1 convolutions and a shortcut (He et al. 2016, figure 5, right). The stride sits on the 3x3
/// convolution, as in torchvision, whose authors call this version 1.5.</summary>
internal sealed class BottleneckBlock : Layer
{
    /// <summary>Output channels per channel of the 3x3 convolution.</summary>
    public const int Expansion = 4;

    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d conv3;
    private readonly BatchNorm2d bn3;
    private readonly Stack? downsample;

    public BottleneckBlock(int inChannels, int width, int stride)
        : base(nameof(BottleneckBlock))
    {
        conv1 = Conv2d(inChannels, width, kernel_size: 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, kernel_size: 3, stride: stride, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv3 = Conv2d(width, width * Expansion, kernel_size: 1, bias: false);
        bn3 = BatchNorm2d(width * Expansion);
        downsample = ProjectionShortcut.Create(inChannels, width * Expansion, stride);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var residual = operations.Relu(operations.Normalise(operations.Convolve(input, conv1), bn1));
        residual = operations.Relu(operations.Normalise(operations.Convolve(residual, conv2), bn2));
        residual = operations.Normalise(operations.Convolve(residual, conv3), bn3);
        var shortcut = downsample is null ? input : operations.Run(downsample, input);
        return operations.Relu(operations.Add(residual, shortcut));
    }
}
