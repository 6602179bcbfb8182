using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Inputs;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training;

public sealed class ComputeDeviceTests
{
    private const string Refusal =
        "--device cuda: no CUDA device answers; build with -p:Torch=cuda and an NVIDIA driver, or use --device cpu";

    [Fact]
    public void Without_a_GPU_asking_for_one_is_refused_in_one_line()
    {
        var error = Assert.Throws<UserException>(() => ComputeDevice.Of(TrainingDevice.Cuda, () => false));

        Assert.Equal(Refusal, error.Message);
    }

    [Fact]
    public void A_libtorch_that_throws_when_it_is_asked_has_none() => Assert.Equal(
        Refusal, Assert.Throws<UserException>(() => ComputeDevice.Of(TrainingDevice.Cuda, () => throw new InvalidOperationException())).Message);

    [Fact]
    public void For_the_processor_no_GPU_is_asked_about() =>
        Assert.Equal(DeviceType.CPU, ComputeDevice.Of(TrainingDevice.Cpu, () => throw new InvalidOperationException()).type);

    [Fact]
    public void What_libtorch_itself_says_decides_before_any_image_is_read()
    {
        var options = TinyTraining.Options with { Run = TinyTraining.Options.Run with { Device = TrainingDevice.Cuda } };

        if (cuda.is_available())
        {
            TrainerCheck.Verify(options);
            return;
        }

        Assert.Equal(Refusal, Assert.Throws<UserException>(() => TrainerCheck.Verify(options)).Message);
    }

    [Fact]
    public void Batches_come_to_lie_on_the_device()
    {
        using var scope = NewDisposeScope();
        var inputs = new BottleneckInputs([1, 2, 3, 4], [0, 1]);

        // The device that holds no elements stands for one that is not here.
        Assert.Equal(DeviceType.META, inputs.On(META).Batch([1, 0], null).device_type);
        Assert.Equal(DeviceType.CPU, inputs.On(CPU).Batch([1, 0], null).device_type);
        Assert.Equal([0, 1], inputs.On(META).Labels);
    }
}
