using Pneumonia.Blazor.Serving;
using Pneumonia.Blazor.Storage;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Core;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Models;

/// <summary>
/// Keeps the registry and what answers in step. A new file at <c>Model:Path</c> is copied, recorded and served; a model in service stays
/// so over restarts until the next promotion, be it by a person, by another app on the same store or by a new file.
/// </summary>
internal sealed partial class LiveModelKeeper(
    ModelSource source, LiveFile live, ModelLibrary library, IModelRegistry registry, ModelZips zips, TimeProvider clock,
    ILogger<LiveModelKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_quietPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _changes = new(0);
    private FileStamp? _seen;

    /// <summary>Serves what was in service when the app ended, from the first request on.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await GuardAsync(async () =>
        {
            var models = await registry.ListAsync();
            zips.Sweep(models.Select(model => model.ZipSha256).OfType<string>().ToHashSet(), clock.GetUtcNow());
            if (models.FirstOrDefault(model => model.IsLive)?.ZipSha256 is { } zip && zips.Exists(zip))
            {
                await live.ServeAsync(zips.PathOf(zip));
            }
        });
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = source.Watch ? new ModelFileWatcher(source.Path, s_quietPeriod, s_pollInterval, clock, _ => _changes.Release()) : null;
        while (true)
        {
            if (FileStamp.Of(source.Path) is { } stamp && stamp != _seen && (source.Watch || _seen is null))
            {
                await GuardAsync(async () =>
                {
                    await TakeSourceAsync();
                    _seen = stamp;
                });
            }

            await GuardAsync(library.FollowAsync);
            await _changes.WaitAsync(s_pollInterval, stoppingToken);
        }
    }

    private async Task TakeSourceAsync()
    {
        var current = (await registry.LiveAsync())?.ZipSha256;
        if (zips.Exists(current) && FileStamp.ContentHash(source.Path) == await registry.LastOfferedZipAsync())
        {
            // It may have been another file for a while, which was refused.
            if (live.IsSource)
            {
                await live.ServeAsync(zips.PathOf(current!));
            }

            return;
        }

        try
        {
            // Shared so that the operator may put another in its place meanwhile, on Windows, too.
            await using var content = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var entry = await library.AddAsync(content, source.Path, ModelOrigin.File);
            await registry.OfferedAsync(entry.Model.Version);
            await library.PromoteAsync(entry.Model.Version);
        }
        catch (InvalidModelException)
        {
            // The slot refuses it, too, and so tells everybody why.
            await live.ServeAsync(source.Path);
        }
        catch (StorageException)
        {
            // What cannot be kept can be served all the same.
            await live.ServeAsync(source.Path);
            throw;
        }
    }

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            LogFault(logger, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The registry of models and the model in service could not be brought in step: {Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
