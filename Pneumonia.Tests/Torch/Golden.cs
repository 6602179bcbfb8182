using System.Runtime.CompilerServices;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Torch;

/// <summary>Values of PyTorch 1.13.1, made by golden/generate.py.</summary>
internal static class Golden
{
    internal static Dictionary<string, Tensor> Load([CallerFilePath] string here = "") =>
        safetensors.load(Path.Combine(Path.GetDirectoryName(here)!, "golden", "golden.safetensors"));

    internal static void AssertClose(Tensor expected, Tensor actual, string what, double tolerance = 2e-5)
    {
        Assert.Equal(expected.shape, actual.shape);
        using var difference = (expected - actual).abs() - expected.abs() * tolerance;
        Assert.True(difference.numel() == 0 || difference.max().item<double>() <= tolerance,
            $"{what}: expected {string.Join(" ", expected.ToArray<double>())}, got {string.Join(" ", actual.ToArray<double>())}");
    }
}
