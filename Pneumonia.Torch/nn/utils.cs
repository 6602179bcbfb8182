using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers around gradients.</summary>
        public static class utils
        {
            /// <summary>
            /// Scales all gradients down together so that their joint 2-norm is at most <paramref name="max_norm"/>.
            /// </summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Tensor> parameters, double max_norm)
            {
                using var list = TensorListHandle.Of(parameters);
                Verify(Native.pnt_clip_grad_norm(list, max_norm, out var total));
                return total;
            }
        }
    }
}
