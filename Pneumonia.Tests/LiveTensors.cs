using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests;

/// <summary>Counts tensors, to find those that nobody lets go of.</summary>
internal static class LiveTensors
{
    /// <summary>Tensors alive in this process. Those that only wait for their finalizer are let go of first: TorchSharp's own modules
    /// leave some when they are made.</summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    /// <summary>Tensors that this thread has made, less those that it has let go of. For work that makes parameters: TorchSharp's count
    /// over all threads takes every parameter for two and lets go of one.</summary>
    public static long CountOfThisThread() => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
}
