using System.Collections.Concurrent;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Trainings;

/// <summary>What runs in this app: its progress, and the way to stop it.</summary>
internal sealed class TrainingHub : IDisposable
{
    private readonly ConcurrentDictionary<string, ImageClassificationMetrics> _progress = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>Raised with a run's identifier after it has changed.</summary>
    public event Action<string>? Changed;

    public ImageClassificationMetrics? ProgressOf(string id) => _progress.GetValueOrDefault(id);

    /// <summary>Whether a run's process has not ended in this app.</summary>
    public bool IsRunning(string id) => _running.ContainsKey(id);

    /// <summary>Tells that there may be something to run.</summary>
    public void Wake() => _work.Release();

    /// <summary>Waits until there may be something to run.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => _work.WaitAsync(most, cancellation);

    public void Begin(string id, CancellationTokenSource stop)
    {
        _running[id] = stop;
        Tell(id);
    }

    public void Report(string id, ImageClassificationMetrics metrics)
    {
        _progress[id] = metrics;
        Tell(id);
    }

    public void End(string id)
    {
        _running.TryRemove(id, out _);
        _progress.TryRemove(id, out _);
        Tell(id);
    }

    public void Stop(string id)
    {
        try
        {
            _running.GetValueOrDefault(id)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose() => _work.Dispose();

    public void Tell(string id) => Changed?.Invoke(id);
}
