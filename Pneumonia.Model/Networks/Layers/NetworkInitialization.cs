using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Layers;

/// <summary>How random weights are drawn, where it differs from the layers' own defaults. Each rule is torchvision's of the
/// architecture that uses it.</summary>
internal static class NetworkInitialization
{
    /// <summary>Convolutions normal with variance 2 / fan-out, so that gradients keep their size (He et al. 2015, equation 14).
    /// Their biases are zero.</summary>
    public static void KaimingFanOut(Module network) => Kaiming(network, init.FanInOut.FanOut);

    /// <summary>Convolutions normal with variance 2 / fan-in, so that activations keep their size (He et al. 2015, equation 10).
    /// Their biases are zero.</summary>
    public static void KaimingFanIn(Module network) => Kaiming(network, init.FanInOut.FanIn);

    /// <summary>Linear layers normal with a standard deviation of 0.01, biases zero.</summary>
    public static void NarrowLinear(Module network)
    {
        foreach (var linear in network.modules().OfType<Linear>())
        {
            init.normal_(linear.weight, 0, 0.01);
            init.constant_(linear.bias!, 0);
        }
    }

    /// <summary>Convolutions and linear layers normal with a standard deviation of 0.1. torchvision cuts it off at 2, which no draw reaches.</summary>
    public static void WideNormal(Module network)
    {
        var modules = network.modules().ToArray();
        var convolutions = modules.OfType<Conv2d>().Select(module => module.weight);
        var linears = modules.OfType<Linear>().Select(module => module.weight);
        foreach (var weight in convolutions.Concat(linears))
        {
            init.normal_(weight!, 0, 0.1);
        }
    }

    private static void Kaiming(Module network, init.FanInOut fan)
    {
        foreach (var convolution in network.modules().OfType<Conv2d>())
        {
            init.kaiming_normal_(convolution.weight!, mode: fan, nonlinearity: init.NonlinearityType.ReLU);
            if (convolution.bias is { } bias)
            {
                init.constant_(bias, 0);
            }
        }
    }
}
