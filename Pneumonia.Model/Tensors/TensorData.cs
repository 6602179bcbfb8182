using static TorchSharp.torch;

namespace Pneumonia.Model.Tensors;

/// <summary>Brings tensors' elements over.</summary>
public static class TensorData
{
    /// <summary>All elements, row-major, converted where the tensor's type is another.</summary>
    public static T[] ToArray<T>(this Tensor tensor)
        where T : unmanaged
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        return tensor.numel() == 0 ? [] : tensor.to(TypeOf<T>()).cpu().contiguous().data<T>().ToArray();
    }

    /// <summary>Copies all elements, row-major, into memory of their number.</summary>
    public static void CopyTo<T>(this Tensor tensor, Span<T> destination)
        where T : unmanaged => tensor.ToArray<T>().CopyTo(destination);

    private static ScalarType TypeOf<T>() => default(T) switch
    {
        float => ScalarType.Float32,
        double => ScalarType.Float64,
        int => ScalarType.Int32,
        long => ScalarType.Int64,
        byte => ScalarType.Byte,
        bool => ScalarType.Bool,
        _ => throw new NotSupportedException($"Elements of type {typeof(T).Name} cannot be brought over."),
    };
}
