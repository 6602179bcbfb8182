using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Layers;

/// <summary>A part of a network that is made of operations.</summary>
/// <param name="name">Name of the part's kind, as TorchSharp wants it.</param>
public abstract class Layer(string name) : Module<Tensor, Tensor>(name)
{
    /// <summary>Performs it.</summary>
    /// <param name="operations">Who performs.</param>
    /// <param name="input">Its input.</param>
    public abstract T Run<T>(IOperations<T> operations, T input);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => TorchOperations.Exact.Run(this, input);
}
