using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training;

/// <summary>How weights are stored: matrices and kernels as float16, vectors (biases, batch norms) and counters as they are.</summary>
internal static class StorageRounding
{
    /// <summary>Rounds the weights to what is stored, so that everything measured afterwards belongs to the stored model.</summary>
    public static void Round(Module network)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var tensor in network.state_dict().Values.Where(IsHalved))
        {
            tensor.copy_(tensor.to(ScalarType.Float16));
        }
    }

    /// <summary>The weights as they are stored, contiguous. Owned by the caller's scope.</summary>
    public static IReadOnlyDictionary<string, Tensor> Stored(Module network) => network.state_dict().ToDictionary(
        entry => entry.Key,
        entry => (IsHalved(entry.Value) ? entry.Value.to(ScalarType.Float16) : entry.Value.detach()).contiguous());

    private static bool IsHalved(Tensor tensor) => tensor.dtype == ScalarType.Float32 && tensor.dim() > 1;
}
