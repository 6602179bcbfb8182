using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Networks;

/// <summary>Weights and images by the formula of reference/formula.py: SplitMix64 (Steele et al. 2014, figure 2) seeded with the
/// FNV-1a hash of the tensor's name.</summary>
internal static class FormulaWeights
{
    /// <summary>Convolutions and linear layers of variance 2 / fan-in, norms around the identity times a scale.</summary>
    public static void Fill(nn.Module network, double normScale)
    {
        using var gradients = no_grad();
        foreach (var (name, tensor) in network.state_dict().Where(entry => entry.Value.dtype == ScalarType.Float32))
        {
            using var scope = NewDisposeScope();
            var noise = Noise(name, tensor.shape);
            tensor.copy_(
                name.EndsWith("running_var", StringComparison.Ordinal) ? noise.mul_(0.1).add_(1)
                : tensor.dim() > 1 ? noise.mul_(Math.Sqrt(6.0 / (tensor.numel() / tensor.shape[0])))
                : name.EndsWith("weight", StringComparison.Ordinal) ? noise.mul_(0.1).add_(1).mul_(normScale)
                : noise.mul_(0.1));
        }
    }

    /// <summary>Two images of 96 x 96: noise, the second one of more contrast and darker.</summary>
    public static Tensor Images(int channels)
    {
        var images = Noise("images", [2, channels, 96, 96]);
        images.select(0, 1).mul_(1.25).sub_(0.25);
        return images;
    }

    /// <summary>Evenly distributed from -1 to 1, multiples of 2^-23.</summary>
    public static Tensor Noise(string name, ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var side in shape)
        {
            count *= side;
        }

        var values = new float[count];
        var state = Seed(name);
        for (var i = 0; i < values.Length; i++)
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            values[i] = (z >> 40) * (1f / (1 << 23)) - 1;
        }

        return tensor(values, shape);
    }

    private static ulong Seed(string name) =>
        name.Aggregate(0xCBF29CE484222325, (seed, letter) => (seed ^ letter) * 0x100000001B3);
}
