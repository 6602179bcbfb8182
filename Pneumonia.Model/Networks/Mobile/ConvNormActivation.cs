using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Convolution, batch normalisation and, where given, an activation, named 0, 1 and 2.</summary>
internal static class ConvNormActivation
{
    /// <summary>Makes them; the convolution keeps the map's size, but for its stride.</summary>
    public static Sequential Create(
        int inChannels, int outChannels, int kernel, Module<Tensor, Tensor>? activation, int stride = 1, int groups = 1)
    {
        var convolution = Conv2d(inChannels, outChannels, kernel, stride, padding: kernel / 2, groups: groups, bias: false);
        var norm = BatchNorm2d(outChannels);
        return activation is null ? Sequential(convolution, norm) : Sequential(convolution, norm, activation);
    }
}
