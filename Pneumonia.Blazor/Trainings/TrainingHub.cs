using System.Collections.Concurrent;
using Pneumonia.Model.Training;

namespace Pneumonia.Blazor.Trainings;

/// <summary>What runs in this app: its progress, and the way to stop it.</summary>
internal sealed class TrainingHub : IDisposable
{
    private readonly ConcurrentDictionary<string, ImageClassificationMetrics> progress = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new();
    private readonly SemaphoreSlim work = new(0);

    /// <summary>Raised with a run's identifier after it has changed.</summary>
    public event Action<string>? Changed;

    public ImageClassificationMetrics? ProgressOf(string id) => progress.GetValueOrDefault(id);

    /// <summary>Whether a run's process has not ended in this app.</summary>
    public bool IsRunning(string id) => running.ContainsKey(id);

    /// <summary>Tells that there may be something to run.</summary>
    public void Wake() => work.Release();

    /// <summary>Waits until there may be something to run.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => work.WaitAsync(most, cancellation);

    public void Begin(string id, CancellationTokenSource stop)
    {
        running[id] = stop;
        Tell(id);
    }

    public void Report(string id, ImageClassificationMetrics metrics)
    {
        progress[id] = metrics;
        Tell(id);
    }

    public void End(string id)
    {
        running.TryRemove(id, out _);
        progress.TryRemove(id, out _);
        Tell(id);
    }

    public void Stop(string id)
    {
        try
        {
            running.GetValueOrDefault(id)?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose() => work.Dispose();

    public void Tell(string id) => Changed?.Invoke(id);
}
