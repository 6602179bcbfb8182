namespace Pneumonia.Blazor.Jobs;

/// <summary>Wakes who works on the queue, so that nobody has to look into it again and again.</summary>
internal sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0);

    /// <summary>Says that there is something to do.</summary>
    public void Set()
    {
        if (_signal.CurrentCount == 0)
        {
            _signal.Release();
        }
    }

    /// <summary>Waits for that, at most for a time.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellation) => _signal.WaitAsync(most, cancellation);

    public void Dispose() => _signal.Dispose();
}
