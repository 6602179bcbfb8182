using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>A tensor of one dimension with a copy of the data.</summary>
    /// <typeparam name="T">byte, int, long, Half, float, double or bool.</typeparam>
    public static Tensor tensor<T>(ReadOnlySpan<T> data) where T : unmanaged => Tensor.FromSpan(data, [data.Length]);

    /// <summary>A tensor with a copy of the data, row by row.</summary>
    /// <typeparam name="T">byte, int, long, Half, float, double or bool.</typeparam>
    /// <exception cref="TorchException">The shape does not hold as many elements as the data.</exception>
    public static Tensor tensor<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> shape) where T : unmanaged =>
        Tensor.FromSpan(data, shape);

    /// <summary>A tensor without dimensions that holds one value.</summary>
    /// <typeparam name="T">byte, int, long, Half, float, double or bool.</typeparam>
    public static Tensor tensor<T>(T value) where T : unmanaged => Tensor.FromSpan([value], default);

    /// <summary>Zeros.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType dtype = float32) =>
        Tensor.Make(pnt_zeros(size, size.Length, dtype, out var r), r);

    /// <summary>Ones.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType dtype = float32) =>
        Tensor.Make(pnt_ones(size, size.Length, dtype, out var r), r);

    /// <summary>Whatever the memory held.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType dtype = float32) =>
        Tensor.Make(pnt_empty(size, size.Length, dtype, out var r), r);

    /// <summary>One value everywhere.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType dtype = float32) =>
        Tensor.Make(pnt_full(size, size.Length, value, dtype, out var r), r);

    /// <summary>Drawn evenly from 0 (included) to 1 (excluded).</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType dtype = float32) =>
        Tensor.Make(pnt_rand(size, size.Length, dtype, out var r), r);

    /// <summary>Drawn from the standard normal distribution.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType dtype = float32) =>
        Tensor.Make(pnt_randn(size, size.Length, dtype, out var r), r);

    /// <summary>The whole numbers below <paramref name="count"/> in random order.</summary>
    public static Tensor randperm(long count) => Tensor.Make(pnt_randperm(count, out var r), r);

    /// <summary>
    /// From <paramref name="start"/> up to, without, <paramref name="stop"/>; whole numbers where both ends are.
    /// </summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar? step = null, ScalarType? dtype = null) =>
        Tensor.Make(pnt_arange(start, stop, step ?? 1, dtype ?? ArangeType(start, stop, step ?? 1), out var r), r);

    /// <summary>From 0 up to, without, <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar stop) => arange(0, stop);

    /// <summary>Evenly spaced values, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType dtype = float32) =>
        Tensor.Make(pnt_linspace(start, end, steps, dtype, out var r), r);

    /// <summary>Ones on the diagonal, zeros elsewhere; square where <paramref name="columns"/> is left out.</summary>
    public static Tensor eye(long rows, long? columns = null, ScalarType dtype = float32) =>
        Tensor.Make(pnt_eye(rows, columns ?? rows, dtype, out var r), r);

    /// <summary>Zeros of another tensor's shape, type and layout.</summary>
    public static Tensor zeros_like(Tensor input) => Tensor.Make(pnt_zeros_like(input.Handle, out var r), r);

    /// <summary>Ones of another tensor's shape, type and layout.</summary>
    public static Tensor ones_like(Tensor input) => Tensor.Make(pnt_ones_like(input.Handle, out var r), r);

    /// <summary>Whatever the memory held, in another tensor's shape, type and layout.</summary>
    public static Tensor empty_like(Tensor input) => Tensor.Make(pnt_empty_like(input.Handle, out var r), r);

    /// <summary>One value in another tensor's shape, type and layout.</summary>
    public static Tensor full_like(Tensor input, Scalar value) =>
        Tensor.Make(pnt_full_like(input.Handle, value, out var r), r);

    /// <summary>Drawn evenly from 0 to 1 in another tensor's shape, type and layout.</summary>
    public static Tensor rand_like(Tensor input) => Tensor.Make(pnt_rand_like(input.Handle, out var r), r);

    /// <summary>Drawn from the standard normal distribution in another tensor's shape, type and layout.</summary>
    public static Tensor randn_like(Tensor input) => Tensor.Make(pnt_randn_like(input.Handle, out var r), r);

    private static ScalarType ArangeType(Scalar start, Scalar stop, Scalar step) =>
        start.IsInteger && stop.IsInteger && step.IsInteger ? int64 : float32;
}
