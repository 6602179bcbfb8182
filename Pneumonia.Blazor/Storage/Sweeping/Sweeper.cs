using Pneumonia.Blazor.Storage.Idempotency;

namespace Pneumonia.Blazor.Storage.Sweeping;

/// <summary>Tidies up when the app starts and every hour: orphaned images, expired answers.</summary>
internal sealed partial class Sweeper(
    OrphanCollector orphans, IIdempotencyStore answers, StorageOptions options, TimeProvider clock, ILogger<Sweeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        do
        {
            await SweepAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync()
    {
        try
        {
            var report = await orphans.CollectAsync(options.OrphanAge);
            await answers.RemoveExpiredAsync(clock.GetUtcNow());
            if (report.Removed + report.Unfinished > 0)
            {
                LogRemoved(logger, report.Removed, report.Unfinished);
            }

            if (report.Missing.Count > 0)
            {
                LogMissing(logger, report.Missing.Count, report.Missing[0]);
            }
        }
        catch (Exception fault) when (fault is StorageException or IOException or UnauthorizedAccessException)
        {
            LogFault(logger, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Removed} images without a study and {Unfinished} unfinished files")]
    private static partial void LogRemoved(ILogger logger, int removed, int unfinished);

    [LoggerMessage(LogLevel.Error, "The images of studies are missing: {Count} of them, among them {Hash}; restore them from a backup")]
    private static partial void LogMissing(ILogger logger, int count, string hash);

    [LoggerMessage(LogLevel.Warning, "Orphaned images could not be looked for: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
