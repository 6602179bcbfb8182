using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Gives an empty store something to look at: the synthetic samples, analysed as soon as a model is in service and marked as
/// what they are.</summary>
internal sealed partial class SampleKeeper(
    SampleLibrary samples,
    DiagnosisService diagnoses,
    StudyIntake intake,
    IStudyStore studies,
    LiveModel model,
    StorageOptions options,
    ILogger<SampleKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (options.Samples && (await studies.CountAsync()).Count == 0)
            {
                await ModelAsync(stoppingToken);
                foreach (var sample in samples.All)
                {
                    await KeepAsync(sample.Image, stoppingToken);
                }
            }
        }
        catch (Exception fault) when (fault is UserException or IOException)
        {
            LogFault(logger, fault.Message);
        }
    }

    private async Task ModelAsync(CancellationToken cancellation)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        model.Changed += Look;
        try
        {
            Look();
            await ready.Task.WaitAsync(cancellation);
        }
        finally
        {
            model.Changed -= Look;
        }

        void Look()
        {
            if (model.Information is not null)
            {
                ready.TrySetResult();
            }
        }
    }

    private async Task KeepAsync(IncomingImage image, CancellationToken cancellation)
    {
        var bytes = new byte[image.Size];
        await using (var stream = image.Open(cancellation))
        {
            await stream.ReadExactlyAsync(bytes, cancellation);
        }

        var (_, facts, prediction) = await diagnoses.PredictAsync(image.Name, bytes, InferencePriority.Job, cancellation);
        await intake.KeepAsync(intake.Describe(image.Name, bytes, facts, prediction, StudySource.Page, synthetic: true), bytes);
    }

    [LoggerMessage(LogLevel.Warning, "The synthetic samples could not be stored: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
