using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explaining;

/// <summary>Fills a network with exactly the tensors that it has.</summary>
internal static class StrictWeights
{
    /// <summary>Copies <paramref name="source"/> into <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, of another shape, or one too many.</exception>
    public static void Copy(IReadOnlyDictionary<string, Tensor> source, Network network)
    {
        using var gradients = no_grad();
        var targets = network.state_dict();
        foreach (var (name, target) in targets)
        {
            if (!source.TryGetValue(name, out var tensor))
            {
                throw new InvalidDataException($"the weights lack the tensor '{name}'.");
            }

            if (!tensor.shape.SequenceEqual(target.shape))
            {
                throw new InvalidDataException(
                    $"the tensor '{name}' has the shape [{string.Join(", ", tensor.shape)}], not [{string.Join(", ", target.shape)}].");
            }

            target.copy_(tensor);
        }

        if (source.Keys.FirstOrDefault(name => !targets.ContainsKey(name)) is { } extra)
        {
            throw new InvalidDataException($"the weights hold a tensor '{extra}' that the architecture does not have.");
        }
    }
}
