using Pneumonia.Model.Serving.Pool;
using Pneumonia.Model.Tensors;
using TorchSharp;

namespace Pneumonia.Blazor.Serving;

/// <summary>Loads the model when the app starts, so that the first visitor does not wait for it, and gives it all cores.</summary>
internal sealed class ModelWarmUp(ModelSlot slot) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        torch.set_num_threads(Environment.ProcessorCount);
        Processor.KeepFreedMemory();
        return slot.LoadAsync(stoppingToken);
    }
}
