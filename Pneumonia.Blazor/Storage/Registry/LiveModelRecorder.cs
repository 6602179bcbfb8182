using Pneumonia.Blazor.Serving;

namespace Pneumonia.Blazor.Storage.Registry;

/// <summary>Records in the registry which model answers, from when on.</summary>
internal sealed partial class LiveModelRecorder(LiveModel model, IModelRegistry registry, ILogger<LiveModelRecorder> logger)
    : BackgroundService
{
    private readonly SemaphoreSlim changes = new(1);

    public override void Dispose()
    {
        model.Changed -= Wake;
        base.Dispose();
        changes.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        model.Changed += Wake;
        while (true)
        {
            await changes.WaitAsync(stoppingToken);
            if (model.Information is { } information)
            {
                await RecordAsync(information.Calibration.WeightsSha256, information.Manifest.Name);
            }
        }
    }

    private async Task RecordAsync(string version, string name)
    {
        try
        {
            await registry.PromoteAsync(version, name, model.FilePath);
        }
        catch (StorageException fault)
        {
            LogFault(logger, fault.Message);
        }
    }

    private void Wake() => changes.Release();

    [LoggerMessage(LogLevel.Warning, "The model in service could not be recorded: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
