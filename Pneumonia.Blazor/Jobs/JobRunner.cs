using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Jobs;

/// <summary>Answers the files that wait, the oldest first, one at a time: each keeps all cores busy. What an app that ended has left
/// waiting is where the next one goes on.</summary>
internal sealed partial class JobRunner(
    IJobStore jobs, JobFileWork work, JobSignal signal, JobOptions options, LiveModel model, ILogger<JobRunner> logger) : BackgroundService
{
    public override void Dispose()
    {
        model.Changed -= signal.Set;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        model.Changed += signal.Set;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(await EmptyAsync(stoppingToken), stoppingToken);
        }
    }

    /// <summary>Answers until nothing waits or nothing can be answered, and returns how long to wait then unless the signal is set.</summary>
    private async Task<TimeSpan> EmptyAsync(CancellationToken stopping)
    {
        try
        {
            while (model.Information is not null && await jobs.NextAsync() is { } file)
            {
                await work.AnswerAsync(file, stopping);
            }

            return Timeout.InfiniteTimeSpan;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Of other exceptions the type alone: their message may hold a file's name, and that a patient's.
            LogPause(logger, fault is StorageException ? fault.Message : fault.GetType().Name);
            return options.Pause;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The jobs wait: {Fault}")]
    private static partial void LogPause(ILogger logger, string fault);
}
