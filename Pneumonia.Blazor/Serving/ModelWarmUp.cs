using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Serving;

/// <summary>Loads the model when the app starts, so that the first visitor does not wait for it.</summary>
internal sealed class ModelWarmUp(ModelSlot slot) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        return slot.LoadAsync(stoppingToken);
    }
}
