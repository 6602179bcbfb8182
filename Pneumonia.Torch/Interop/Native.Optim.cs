using System.Runtime.InteropServices;

namespace Pneumonia.Torch.Interop;

// Optimiser steps.
internal static partial class Native
{
    [LibraryImport(Library)]
    internal static partial int pnt_adam_step(TensorHandle parameter, TensorHandle expAvg, TensorHandle expAvgSq, AdamOptions o);
    [LibraryImport(Library)]
    internal static partial int pnt_sgd_step(TensorHandle parameter, TensorHandle buffer, double rate, double momentum,
        double weightDecay, [MarshalAs(UnmanagedType.U1)] bool nesterov);
    [LibraryImport(Library)]
    internal static partial int pnt_clip_grad_norm(TensorListHandle parameters, double maxNorm, out double total);
}
