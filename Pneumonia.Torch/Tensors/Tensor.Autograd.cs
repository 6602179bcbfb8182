using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for its gradient.</summary>
        public bool requires_grad
        {
            get
            {
                Verify(pnt_requires_grad(Handle, out var answer));
                return answer != 0;
            }
            set => Verify(pnt_set_requires_grad(Handle, value));
        }

        /// <summary>Whether the tensor was not made by a recorded operation.</summary>
        public bool is_leaf
        {
            get
            {
                Verify(pnt_is_leaf(Handle, out var answer));
                return answer != 0;
            }
        }

        /// <summary>
        /// The gradient that <see cref="backward"/> has summed up, or null. Each reading makes a new handle to it.
        /// </summary>
        public Tensor? grad
        {
            get
            {
                Verify(pnt_grad(Handle, out var grad));
                return grad.IsInvalid ? null : new Tensor(grad);
            }
            set => Verify(pnt_set_grad(Handle, HandleOf(value)));
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true) => Same(pnt_set_requires_grad(Handle, requires_grad));

        /// <summary>The same memory without history.</summary>
        public Tensor detach() => Make(pnt_detach(Handle, out var r), r);

        /// <summary>Adds the gradients of this tensor to the leaves that it was computed from.</summary>
        /// <param name="gradient">The gradient of this tensor itself; may be left out for a single element.</param>
        /// <param name="retain_graph">Keeps what was recorded for another pass.</param>
        /// <param name="create_graph">Records the gradients' own computation, for second derivatives.</param>
        public void backward(Tensor? gradient = null, bool? retain_graph = null, bool create_graph = false) =>
            Verify(pnt_backward(Handle, HandleOf(gradient), retain_graph ?? create_graph, create_graph));
    }
}
