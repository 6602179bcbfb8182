using System.Runtime.InteropServices;
using static Pneumonia.Torch.Interop.Native;
using static Pneumonia.Torch.Interop.NativeStatus;

namespace Pneumonia.Torch.Interop;

/// <summary>Owns a native list of tensors, the way several of them go in or come out of one call.</summary>
internal sealed class TensorListHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    internal static TensorListHandle Of(IEnumerable<torch.Tensor> tensors)
    {
        Verify(pnt_list_new(out var list));
        foreach (var tensor in tensors)
            Verify(pnt_list_add(list, tensor.Handle));
        return list;
    }

    // Takes the tensors out and releases the list. An entry without a tensor is null.
    internal torch.Tensor?[] Unpack()
    {
        using (this)
        {
            Verify(pnt_list_count(this, out var count));
            var tensors = new torch.Tensor?[count];
            for (var i = 0; i < count; i++)
            {
                Verify(pnt_list_get(this, i, out var tensor));
                tensors[i] = tensor.IsInvalid ? null : new torch.Tensor(tensor);
            }

            return tensors;
        }
    }

    protected override bool ReleaseHandle()
    {
        pnt_list_delete(handle);
        return true;
    }
}
