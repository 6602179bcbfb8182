using Pneumonia.Model.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation.Comparison;

/// <summary>Unlearns a network from the top down (Adebayo et al. 2018, section 4.1, "cascading randomization"): stage by stage, the
/// classifier first, weights take the values of a network that has learned nothing.</summary>
internal sealed class CascadingRandomization
{
    /// <summary>Most stages; neighbouring layers of deeper networks share one.</summary>
    private const int MaxStages = 8;

    private readonly Dictionary<string, Tensor> _learned;
    private readonly Dictionary<string, Tensor> _fresh;
    private readonly IReadOnlyList<string[]> _stages;

    /// <summary>Prepares a cascade.</summary>
    /// <param name="network">Is changed.</param>
    /// <param name="fresh">The same architecture with random weights.</param>
    public CascadingRandomization(Network network, Network fresh)
    {
        (_learned, _fresh) = (network.state_dict(), fresh.state_dict());
        string[] parameters = [.. network.named_parameters().Select(entry => entry.name)];
        var layerOf = Layer(parameters);
        var layers = parameters.Reverse().Concat(_learned.Keys.Except(parameters)).GroupBy(layerOf).ToArray();
        var size = (layers.Length + MaxStages - 1) / MaxStages;
        _stages = [.. layers.Chunk(size).Select(chunk => chunk.SelectMany(layer => layer).ToArray())];
        Names = [.. layers.Chunk(size).Select(chunk => chunk.Length == 1 ? chunk[0].Key : $"{chunk[0].Key} to {chunk[^1].Key}")];
    }

    /// <summary>The stages' layers, from the top.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Randomises a stage; those above it were randomised before.</summary>
    public void Randomize(int stage)
    {
        using var gradients = no_grad();
        foreach (var name in _stages[stage])
        {
            _learned[name].copy_(_fresh[name]);
        }
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
