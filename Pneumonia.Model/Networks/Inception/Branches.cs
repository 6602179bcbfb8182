using Pneumonia.Torch;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Short forms for modules of parallel branches.</summary>
internal static class Branches
{
    /// <summary>Layers one after the other.</summary>
    public static Tensor Through(this Tensor input, params ReadOnlySpan<BasicConv2d> layers)
    {
        foreach (var layer in layers)
        {
            input = layer.forward(input);
        }

        return input;
    }

    /// <summary>Mean over 3x3, the size unchanged.</summary>
    public static Tensor Smoothed(this Tensor input) => functional.avg_pool2d(input, 3, stride: 1, padding: 1);

    /// <summary>Maximum over 3x3, about half the size.</summary>
    public static Tensor Halved(this Tensor input) => functional.max_pool2d(input, 3, stride: 2);

    /// <summary>The branches' channels behind one another; they alone leave the scope.</summary>
    public static Tensor Join(this DisposeScope scope, params Tensor[] branches) => scope.MoveToOuter(cat(branches, dim: 1));
}
