using System.ComponentModel;
using System.Text.Json;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Trainings;

/// <summary>Takes runs from the queue, one at a time among all apps that share the folder.</summary>
internal sealed partial class TrainingRunner(
    ITrainingStore store, TrainingHub hub, TrainingProcess process, IModelLibrary library, TrainingPaths paths, ILogger<TrainingRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Released with the process, however it ends.
        using var turn = await TakeTurnAsync(stoppingToken);
        var interrupted = false;
        while (true)
        {
            try
            {
                if (!interrupted)
                {
                    await store.InterruptAsync();
                    interrupted = true;
                }

                if (await store.ClaimAsync() is { } run)
                {
                    await RunAsync(run, stoppingToken);
                    continue;
                }
            }
            catch (UserException fault)
            {
                LogFault(logger, fault.Message);
            }

            await hub.WaitAsync(s_pollInterval, stoppingToken);
        }
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                Directory.CreateDirectory(paths.Runs);
                return new FileStream(Path.Combine(paths.Runs, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(s_pollInterval, stop);
            }
        }
    }

    private async Task RunAsync(TrainingRun run, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var (files, epochs) = (new TrainingFiles(paths.Of(run.Id)), run.Epochs);
        hub.Begin(run.Id, stop);
        try
        {
            await process.RunAsync(run.Request, files, ReportAsync, stop.Token);
            await KeepAsync(run.Id, files);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Where a person cancelled it, that is recorded already, and stays so.
            await store.EndAsync(run.Id, TrainingRunState.Interrupted);
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException or JsonException or Win32Exception)
        {
            await store.EndAsync(run.Id, TrainingRunState.Failed, error: UserTextJson.Write(UserText.Of(fault)));
        }
        finally
        {
            hub.End(run.Id);
        }

        async Task ReportAsync(ImageClassificationMetrics metrics)
        {
            if (metrics is { Phase: TrainingPhase.Epoch, HeldOut: { } heldOut })
            {
                var record = new EpochRecord(metrics.Epoch, metrics.Loss ?? 0, heldOut, metrics.Train, metrics.ImagesPerSecond ?? 0);
                epochs = [.. epochs.Where(epoch => epoch.Epoch < metrics.Epoch), record];
                if (!await store.SaveEpochsAsync(run.Id, epochs))
                {
                    await stop.CancelAsync();
                }
            }

            hub.Report(run.Id, metrics);
        }
    }

    private async Task KeepAsync(string id, TrainingFiles files)
    {
        ModelEntry entry;
        await using (var zip = File.OpenRead(files.Zip))
        {
            entry = await library.AddAsync(zip, Path.GetFileName(files.Zip), ModelOrigin.Training);
        }

        // An epoch that ended while the training was being stopped is in its checkpoint, but nobody was told of it.
        if (entry.Information?.Manifest.Training.History is { Count: > 0 } history)
        {
            await store.SaveEpochsAsync(id, history);
        }

        if (await store.EndAsync(id, TrainingRunState.Finished, entry.Model.Version))
        {
            Directory.Delete(files.Folder, recursive: true);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queue of trainings cannot be worked off for now: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
