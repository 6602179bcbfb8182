namespace Pneumonia.Model.Networks.Layers;

/// <summary>An activation as a layer of a <see cref="Stack"/>.</summary>
/// <param name="kind">Which.</param>
public sealed class Activation(ActivationKind kind) : Layer(nameof(Activation))
{
    /// <inheritdoc/>
    public override T Run<T>(IOperations<T> operations, T input) => kind switch
    {
        ActivationKind.Relu => operations.Relu(input),
        ActivationKind.Relu6 => operations.Relu6(input),
        _ => operations.Silu(input),
    };
}
