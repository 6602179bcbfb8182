using Pneumonia.Model.Networks.Layers;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Residual;

/// <summary>A 1x1 convolution on the shortcut where a block changes its input's shape (He et al. 2016, equation 2).</summary>
internal static class ProjectionShortcut
{
    /// <returns>The projection, or null where the identity will do.</returns>
    public static Stack? Create(int inChannels, int outChannels, int stride) =>
        stride == 1 && inChannels == outChannels
            ? null
            : new Stack(Conv2d(inChannels, outChannels, kernel_size: 1, stride: stride, bias: false), BatchNorm2d(outChannels));
}
