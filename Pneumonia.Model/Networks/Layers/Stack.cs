using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Layers;

/// <summary>Layers one after the other. Each is a <see cref="Layer"/>, a convolution, a batch normalisation or a linear layer.</summary>
public sealed class Stack : Layer
{
    private readonly List<Module> _layers = [];

    /// <summary>Layers named by their place: 0, 1, 2.</summary>
    public Stack(params IEnumerable<Module> layers)
        : this(layers.Select((layer, index) => ($"{index}", layer)))
    {
    }

    /// <summary>Layers with names of their own.</summary>
    public Stack(params IEnumerable<(string Name, Module Layer)> layers)
        : base(nameof(Stack))
    {
        foreach (var (name, layer) in layers)
        {
            register_module(name, layer);
            _layers.Add(layer);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _layers.Count;

    /// <summary>One of them.</summary>
    public Module this[Index index] => _layers[index];

    /// <inheritdoc/>
    public override T Run<T>(IOperations<T> operations, T input) => Run(operations, input, null, -1);

    /// <summary>Performs them and shows the output of one of them.</summary>
    /// <param name="operations">Who performs.</param>
    /// <param name="input">Input of the first.</param>
    /// <param name="tap">Shown the map; may be null.</param>
    /// <param name="tapped">Index of the layer whose output is shown.</param>
    public T Run<T>(IOperations<T> operations, T input, Action<T>? tap, int tapped)
    {
        for (var i = 0; i < _layers.Count; i++)
        {
            input = _layers[i] switch
            {
                Layer layer => operations.Run(layer, input),
                Conv2d convolution => operations.Convolve(input, convolution),
                BatchNorm2d norm => operations.Normalise(input, norm),
                Linear linear => operations.Multiply(input, linear),
                var other => throw new InvalidOperationException($"A stack cannot perform {other.GetName()}."),
            };
            if (i == tapped)
            {
                tap?.Invoke(input);
            }
        }

        return input;
    }
}
