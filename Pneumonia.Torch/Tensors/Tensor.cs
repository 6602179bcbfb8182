using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>
    /// A libtorch tensor. It owns native memory until it is disposed, by its own <see cref="Dispose()"/>, by the scope it was
    /// made in, or at the latest by the garbage collector. Every operation throws <see cref="TorchException"/> with libtorch's
    /// message where libtorch refuses it, and <see cref="ObjectDisposedException"/> once the tensor is disposed. Operations
    /// whose name ends in an underscore change the tensor and return it; all others return a new one.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        internal Tensor(TensorHandle handle)
        {
            Handle = handle;
            MoveTo(DisposeScope.Current);
        }

        /// <summary>Lengths of the dimensions.</summary>
        public long[] shape
        {
            get
            {
                var shape = new long[dim()];
                for (var i = 0; i < shape.Length; i++)
                    shape[i] = size(i);
                return shape;
            }
        }

        /// <summary>Type of the elements.</summary>
        public ScalarType dtype
        {
            get
            {
                Verify(pnt_dtype(Handle, out var type));
                return type;
            }
        }

        /// <summary>Whether the tensor has been disposed.</summary>
        public bool IsDisposed => Handle.IsClosed;

        internal TensorHandle Handle { get; }

        internal DisposeScope? Scope { get; private set; }

        /// <summary>Number of dimensions.</summary>
        public long dim()
        {
            Verify(pnt_dim(Handle, out var dims));
            return dims;
        }

        /// <summary>Number of elements.</summary>
        public long numel()
        {
            Verify(pnt_numel(Handle, out var count));
            return count;
        }

        /// <summary>Length of one dimension; negative numbers count from the last.</summary>
        public long size(long dim)
        {
            Verify(pnt_size(Handle, dim, out var size));
            return size;
        }

        /// <summary>Distance in elements between neighbours along one dimension.</summary>
        public long stride(long dim)
        {
            Verify(pnt_stride(Handle, dim, out var stride));
            return stride;
        }

        /// <summary>Whether the elements lie in memory in the given order, without gaps.</summary>
        public bool is_contiguous(memory_format format = memory_format.contiguous)
        {
            Verify(pnt_is_contiguous(Handle, format, out var answer));
            return answer != 0;
        }

        /// <summary>Hands the tensor from its scope to the next one outside, or to nobody where there is none.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            MoveTo(Scope?.OpenOuter);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: from now on the caller disposes it.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            MoveTo(null);
            return this;
        }

        /// <summary>Releases the tensor's hold on its memory. Calling it again does nothing.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <inheritdoc/>
        public override string ToString() => IsDisposed ? "disposed tensor" : $"[{string.Join("x", shape)}], type = {dtype}";

        internal static Tensor Make(int status, TensorHandle handle)
        {
            Verify(status);
            return new Tensor(handle);
        }

        internal static TensorHandle HandleOf(Tensor? tensor) => tensor?.Handle ?? TensorHandle.None;

        internal void MoveTo(DisposeScope? scope)
        {
            Scope?.Remove(this);
            Scope = scope;
            scope?.Add(this);
        }

        /// <summary>Releases the native handle and leaves the scope.</summary>
        /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (!disposing)
                return;
            MoveTo(null);
            Handle.Dispose();
        }

        private Tensor Same(int status)
        {
            Verify(status);
            return this;
        }
    }
}
