using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Mobile;

/// <summary>Convolution, batch normalisation and, where given, an activation, named 0, 1 and 2.</summary>
internal static class ConvNormActivation
{
    /// <summary>Makes them; the convolution keeps the map's size, but for its stride.</summary>
    public static Stack Create(
        int inChannels, int outChannels, int kernel, ActivationKind? activation, int stride = 1, int groups = 1)
    {
        var convolution = Conv2d(inChannels, outChannels, kernel, stride, padding: kernel / 2, groups: groups, bias: false);
        var norm = BatchNorm2d(outChannels);
        return activation is { } kind ? new Stack(convolution, norm, new Activation(kind)) : new Stack(convolution, norm);
    }
}
