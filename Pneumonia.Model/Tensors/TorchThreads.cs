using TorchSharp;

namespace Pneumonia.Model.Tensors;

/// <summary>How many threads libtorch computes with: left alone, it is one.</summary>
internal static class TorchThreads
{
    /// <summary>Gives it every core that .NET sees (<c>DOTNET_PROCESSOR_COUNT</c> sets fewer). For the whole process.</summary>
    public static void UseAllCores() => torch.set_num_threads(Environment.ProcessorCount);
}
