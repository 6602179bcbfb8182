using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace Pneumonia.Tests;

/// <summary>Gives libtorch the same number of threads wherever a test runs. Left alone, the first thread that computes gets one
/// and later ones get all cores, and a sum in another order is another number.</summary>
internal static class TorchThreads
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "xunit 2 has no other place that runs before every test.")]
    internal static void UseAllCores() => torch.set_num_threads(Environment.ProcessorCount);
}
