using System.Runtime.InteropServices;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Training.Inputs;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training;

/// <summary>Finds the device to train on, and brings inputs there.</summary>
internal static class ComputeDevice
{
    /// <summary>The device.</summary>
    /// <exception cref="UserException">It does not answer.</exception>
    public static Device Of(TrainingDevice device) => Of(device, cuda.is_available);

    /// <inheritdoc cref="Of(TrainingDevice)"/>
    /// <param name="device">Which.</param>
    /// <param name="hasCuda">Whether a GPU answers; may throw where libtorch was built without CUDA.</param>
    internal static Device Of(TrainingDevice device, Func<bool> hasCuda) => device == TrainingDevice.Cpu ? CPU
        : Answers(hasCuda) ? CUDA
        : throw new UserException(
            "--device cuda: no CUDA device answers; build with -p:Torch=cuda and an NVIDIA driver, or use --device cpu");

    /// <summary>Inputs whose batches come to lie on a device.</summary>
    public static ITrainingInputs On(this ITrainingInputs inputs, Device device) =>
        device.type == DeviceType.CPU ? inputs : new DeviceInputs(inputs, device);

    private static bool Answers(Func<bool> hasCuda)
    {
        try
        {
            return hasCuda();
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or DllNotFoundException or ExternalException)
        {
            return false;
        }
    }

    private sealed class DeviceInputs(ITrainingInputs inputs, Device device) : ITrainingInputs
    {
        /// <inheritdoc/>
        public IReadOnlyList<int> Labels => inputs.Labels;

        /// <inheritdoc/>
        public Tensor Batch(ReadOnlySpan<int> indices, Random? augmentation)
        {
            using var scope = NewDisposeScope();
            return scope.MoveToOuter(inputs.Batch(indices, augmentation).to(device));
        }
    }
}
