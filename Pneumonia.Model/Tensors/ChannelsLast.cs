using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Tensors;

/// <summary>Lays out images and kernels with their channels innermost, as the processor's convolutions want them. libtorch goes by the
/// strides alone, so that a permutation there and back does what TorchSharp has no call for.</summary>
public static class ChannelsLast
{
    /// <summary>The same images [N, C, H, W], laid out anew.</summary>
    public static Tensor Of(Tensor images) => images.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    /// <summary>Lays out all kernels of a module anew.</summary>
    public static void Apply(Module module)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        foreach (var kernel in module.parameters().Where(parameter => parameter.dim() == 4))
        {
            kernel.set_(Of(kernel));
        }
    }
}
