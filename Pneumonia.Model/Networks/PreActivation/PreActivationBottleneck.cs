using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.PreActivation;

/// <summary>A bottleneck block whose normalisation and ReLU stand before each convolution (He et al. 2016, "Identity mappings in
/// deep residual networks", figure 4e). The first block of a stage projects the activated input on its shortcut; the stride sits
/// on the 3x3 convolution.</summary>
internal sealed class PreActivationBottleneck : Layer
{
    private readonly Stack? downsample;
    private readonly BatchNorm2d norm1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d norm2;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d norm3;
    private readonly Conv2d conv3;

    public PreActivationBottleneck(int inChannels, int outChannels, int stride, bool project)
        : base(nameof(PreActivationBottleneck))
    {
        var width = outChannels / 4;
        downsample = project
            ? new Stack(("conv", Conv2d(inChannels, outChannels, kernel_size: 1, stride: stride, bias: false)))
            : null;
        norm1 = BatchNorm2d(inChannels);
        conv1 = Conv2d(inChannels, width, kernel_size: 1, bias: false);
        norm2 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, kernel_size: 3, stride: stride, padding: 1, bias: false);
        norm3 = BatchNorm2d(width);
        conv3 = Conv2d(width, outChannels, kernel_size: 1, bias: false);
        RegisterComponents();
    }

    public override T Run<T>(IOperations<T> operations, T input)
    {
        var activated = operations.Relu(operations.Normalise(input, norm1));
        var residual = operations.Relu(operations.Normalise(operations.Convolve(activated, conv1), norm2));
        residual = operations.Relu(operations.Normalise(operations.Convolve(residual, conv2), norm3));
        return operations.Add(operations.Convolve(residual, conv3), downsample is null ? input : operations.Run(downsample, activated));
    }
}
