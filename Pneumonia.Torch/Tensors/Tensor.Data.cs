using System.Runtime.InteropServices;
using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Copies the elements, row by row, into a new array, converted to <typeparamref name="T"/> where they differ.
        /// </summary>
        /// <typeparam name="T">byte, int, long, Half, float, double or bool.</typeparam>
        public T[] ToArray<T>() where T : unmanaged
        {
            var array = new T[numel()];
            CopyTo(array.AsSpan());
            return array;
        }

        /// <inheritdoc cref="ToArray{T}"/>
        public T[] data<T>() where T : unmanaged => ToArray<T>();

        /// <summary>Copies the elements, row by row, converted to <typeparamref name="T"/> where they differ.</summary>
        /// <param name="destination">As long as the tensor has elements.</param>
        /// <exception cref="TorchException">The destination's length is not the number of elements.</exception>
        public void CopyTo<T>(Span<T> destination) where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes(destination);
            if (dtype == TypeOf<T>())
            {
                Verify(pnt_copy_to(Handle, bytes, bytes.Length));
                return;
            }

            using var converted = to(TypeOf<T>());
            Verify(pnt_copy_to(converted.Handle, bytes, bytes.Length));
        }

        /// <summary>The only element, converted to <typeparamref name="T"/>.</summary>
        /// <exception cref="TorchException">The tensor has not exactly one element.</exception>
        public T item<T>() where T : unmanaged, IConvertible
        {
            Verify(pnt_item(Handle, out var value));
            return (T)(value.IsInteger
                ? Convert.ChangeType(value.ToInt64(), typeof(T))
                : Convert.ChangeType(value.ToDouble(), typeof(T)));
        }

        /// <summary>The tensor with elements of another type. Where the type is the same, the memory is shared.</summary>
        public Tensor to(ScalarType type) => Make(pnt_to_type(Handle, type, out var r), r);

        /// <summary>The tensor in another memory layout. Where the layout is the same, the memory is shared.</summary>
        public Tensor to(memory_format format) => contiguous(format);

        /// <summary>The tensor in the given memory layout without gaps. Where it is so already, the memory is shared.</summary>
        public Tensor contiguous(memory_format format = memory_format.contiguous) =>
            Make(pnt_contiguous(Handle, format, out var r), r);

        /// <summary>A copy with memory of its own, in the same layout.</summary>
        public Tensor clone() => Make(pnt_clone(Handle, out var r), r);

        /// <summary>A second handle to the same tensor.</summary>
        public Tensor alias() => Make(pnt_alias(Handle, out var r), r);

        /// <summary>Overwrites the elements with those of <paramref name="source"/>, converted and broadcast as needed.</summary>
        public Tensor copy_(Tensor source) => Same(pnt_copy_(Handle, source.Handle));

        // Exchanges the memory behind the tensor; whoever holds it (an optimiser, a module) sees the new one.
        internal void SetData(Tensor data) => Verify(pnt_set_data(Handle, data.Handle));

        // The memory of a contiguous tensor, for reading from and writing to streams. It is the caller's to keep the tensor alive
        // and undisposed while the span is in use.
        internal unsafe Span<byte> Bytes(long start, int length)
        {
            Verify(pnt_data(Handle, out var data, out var bytes));
            ArgumentOutOfRangeException.ThrowIfNegative(start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, bytes);
            return new Span<byte>((byte*)data + start, length);
        }

        internal static Tensor FromSpan<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> shape) where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes(data);
            return Make(pnt_from_data(bytes, bytes.Length, shape, shape.Length, TypeOf<T>(), out var r), r);
        }
    }
}
