using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>Tensors joined along a dimension they have.</summary>
    public static Tensor cat(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var list = TensorListHandle.Of(tensors);
        return Tensor.Make(pnt_cat(list, dim, out var r), r);
    }

    /// <summary>Tensors of one shape joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var list = TensorListHandle.Of(tensors);
        return Tensor.Make(pnt_stack(list, dim, out var r), r);
    }

    /// <summary>Elements of <paramref name="x"/> where the condition is true, of <paramref name="y"/> elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) =>
        Tensor.Make(pnt_where(condition.Handle, x.Handle, y.Handle, out var r), r);

    /// <inheritdoc cref="Tensor.matmul"/>
    public static Tensor matmul(Tensor input, Tensor other) => input.matmul(other);

    /// <inheritdoc cref="Tensor.maximum"/>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <inheritdoc cref="Tensor.minimum"/>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>Logistic function.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <inheritdoc cref="Tensor.softmax"/>
    public static Tensor softmax(Tensor input, long dim) => input.softmax(dim);

    /// <inheritdoc cref="Tensor.log_softmax"/>
    public static Tensor log_softmax(Tensor input, long dim) => input.log_softmax(dim);

    /// <summary>Negative elements become zero.</summary>
    public static Tensor relu(Tensor input) => input.relu();
}
