using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks;

/// <summary>How random weights are drawn, where it differs from the layers' own defaults.</summary>
internal static class NetworkInitialization
{
    /// <summary>Convolutions normal with variance 2 / fan-out (He et al. 2015, equation 14), as torchvision's ResNets.</summary>
    public static void KaimingFanOut(Module network)
    {
        foreach (var convolution in network.modules().OfType<Conv2d>())
        {
            init.kaiming_normal_(convolution.weight, init.FanInOut.FanOut);
        }
    }
}
