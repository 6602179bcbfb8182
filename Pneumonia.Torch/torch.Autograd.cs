using Pneumonia.Torch.Interop;
using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>Nothing is recorded for gradients on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => Mode(pnt_grad_mode(false, out var mode), mode);

    /// <summary>Operations are recorded for gradients on this thread, as by default, until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => Mode(pnt_grad_mode(enabled, out var mode), mode);

    /// <summary>
    /// Like <see cref="no_grad"/> with less bookkeeping. A tensor made inside can take no part in gradients ever after.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => Mode(pnt_inference_mode(mode, out var handle), handle);

    /// <summary>
    /// Convolutions and matrix products compute in <paramref name="dtype"/>, losses in float, on this thread until the result is
    /// disposed. Weights are cast once and kept until the outermost of nested modes ends.
    /// </summary>
    /// <param name="dtype">BFloat16, the only type that libtorch's autocast knows on the processor.</param>
    /// <param name="enabled">False switches an outer autocast off.</param>
    public static IDisposable autocast(ScalarType dtype = bfloat16, bool enabled = true) =>
        Mode(pnt_autocast(dtype, enabled, out var mode), mode);

    /// <summary>Whether operations are recorded for gradients on this thread.</summary>
    public static bool is_grad_enabled() => pnt_is_grad_enabled() != 0;

    /// <summary>Whether <see cref="inference_mode"/> holds on this thread.</summary>
    public static bool is_inference_mode_enabled() => pnt_is_inference_mode_enabled() != 0;

    private static ModeHandle Mode(int status, ModeHandle mode)
    {
        Verify(status);
        return mode;
    }

    /// <summary>Gradients on request.</summary>
    public static class autograd
    {
        /// <summary>Gradients of outputs with respect to inputs, returned instead of summed into the leaves.</summary>
        /// <param name="outputs">What is derived.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">Gradients of the outputs themselves; may be left out for single elements.</param>
        /// <param name="retain_graph">Keeps what was recorded for another pass.</param>
        /// <param name="create_graph">Records the gradients' own computation.</param>
        /// <param name="allow_unused">Allows inputs that no output depends on; their gradient is null.</param>
        public static Tensor?[] grad(IEnumerable<Tensor> outputs, IEnumerable<Tensor> inputs,
            IEnumerable<Tensor>? grad_outputs = null, bool? retain_graph = null, bool create_graph = false,
            bool allow_unused = false)
        {
            using var from = TensorListHandle.Of(outputs);
            using var to = TensorListHandle.Of(inputs);
            using var seeds = TensorListHandle.Of(grad_outputs ?? []);
            Verify(pnt_autograd_grad(from, to, seeds, retain_graph ?? create_graph, create_graph, allow_unused, out var grads));
            return grads.Unpack();
        }
    }
}
