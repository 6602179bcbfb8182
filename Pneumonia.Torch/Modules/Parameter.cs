using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>A tensor that a module learns. It belongs to its module, never to a scope.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Takes over a tensor, which is disposed; its memory becomes the parameter's.</summary>
    public Parameter(Tensor data, bool requires_grad = true) : base(TakeOver(data))
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }

    private static Interop.TensorHandle TakeOver(Tensor data)
    {
        Verify(pnt_detach(data.Handle, out var handle));
        data.Dispose();
        return handle;
    }
}
