using Pneumonia.Core.Saliency;
using Pneumonia.Model.Explaining.Comparison;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explaining;

/// <summary>Unlearns a network from the top down (Adebayo et al. 2018, section 4.1, "cascading randomization"): stage by stage, the
/// classifier first, weights take the values of a network that has learned nothing.</summary>
public sealed class CascadingRandomization : INetworkCascade
{
    /// <summary>Most stages; neighbouring layers of deeper networks share one.</summary>
    private const int MaxStages = 8;

    private readonly Dictionary<string, Tensor> _learned;
    private readonly Dictionary<string, Tensor> _fresh;
    private readonly IReadOnlyList<string[]> _stages;
    private readonly Network[] _owned;

    /// <summary>Prepares a cascade; disposes of both networks in the end.</summary>
    /// <param name="network">In evaluation mode. Is changed.</param>
    /// <param name="fresh">The same architecture with random weights.</param>
    /// <param name="height">Rows of its input.</param>
    /// <param name="width">Columns of its input.</param>
    internal CascadingRandomization(Network network, Network fresh, int height, int width)
    {
        (_owned, Network) = ([network, fresh], new TorchExplainedNetwork(network, height, width));
        (_learned, _fresh) = (network.state_dict(), fresh.state_dict());
        string[] parameters = [.. network.named_parameters().Select(entry => entry.name)];
        var layerOf = Layer(parameters);
        var layers = parameters.Reverse().Concat(_learned.Keys.Except(parameters)).GroupBy(layerOf).ToArray();
        var size = (layers.Length + MaxStages - 1) / MaxStages;
        _stages = [.. layers.Chunk(size).Select(chunk => chunk.SelectMany(layer => layer).ToArray())];
        Names = [.. layers.Chunk(size).Select(chunk => chunk.Length == 1 ? chunk[0].Key : $"{chunk[0].Key} to {chunk[^1].Key}")];
    }

    /// <summary>Prepares the cascade of a copy of a network.</summary>
    /// <param name="network">Is not changed.</param>
    /// <param name="seed">Seed of the random weights.</param>
    /// <param name="height">Rows of its input.</param>
    /// <param name="width">Columns of its input.</param>
    public static CascadingRandomization OfCopy(Network network, int seed, int height, int width)
    {
        var (copy, fresh) = (Unlearned(network, seed), Unlearned(network, seed));
        copy.load_state_dict(network.state_dict());
        return new CascadingRandomization(copy, fresh, height, width);
    }

    /// <inheritdoc/>
    public IExplainedNetwork Network { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public void Randomize(int stage)
    {
        using var gradients = no_grad();
        foreach (var name in _stages[stage])
        {
            _learned[name].copy_(_fresh[name]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in _owned)
        {
            network.Dispose();
        }
    }

    private static Network Unlearned(Network network, int seed)
    {
        manual_seed(seed);
        var made = NetworkFactory.Create(network.Name, new NetworkOptions((int)network.Classifier.weight.shape[0], Views: network.Views));
        made.eval();
        return made;
    }

    // A layer is a child of the network, or, where one child holds nearly everything, as "features" often does, a child of that.
    private static Func<string, string> Layer(IReadOnlyCollection<string> tensors)
    {
        var largest = tensors.GroupBy(Child).MaxBy(child => child.Count())!;
        return largest.Count() * 3 > tensors.Count * 2
            ? tensor => Child(tensor) == largest.Key ? string.Join('.', tensor.Split('.').Take(2)) : Child(tensor)
            : Child;
    }

    private static string Child(string tensor) => tensor.Split('.')[0];
}
