using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>
/// The one way to the processor for all that asks a model: one thing at a time, since each keeps all cores busy; the more urgent first;
/// images that wait for the same model together. An explanation gives way between its passes: what has come in meanwhile and is more
/// urgent, one batch at a time, is answered before its next pass.
/// </summary>
public sealed class InferenceQueue(InferenceQueueOptions options, TimeProvider clock) : IDisposable
{
    private readonly WaitingLines _lines = new(options);
    private readonly Lock _lock = new();
    private bool _working;
    private bool _disposed;

    /// <summary>Raised when something's turn comes, with how long it has waited, on the thread that does the work.</summary>
    public event Action<InferencePriority, TimeSpan>? Begun;

    /// <summary>How many wait.</summary>
    public int Length
    {
        get
        {
            lock (_lock)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Answers for an image when its turn comes. What is cancelled does not wait any longer; what has begun is finished.</summary>
    /// <exception cref="InferenceQueueFullException">Too many wait.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or the queue ends.</exception>
    public Task<Prediction> PredictAsync(
        ModelLease lease, PredictionInput input, InferencePriority priority, CancellationToken cancellation = default) =>
        AddAsync(new PredictionItem(lease.Share(), input, priority, clock.GetTimestamp()), cancellation);

    /// <summary>Explains an answer when its turn comes, at the lowest priority, and measures the explanation.</summary>
    /// <exception cref="InferenceQueueFullException">Too many wait.</exception>
    /// <exception cref="UserException">The model cannot explain this.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, or the queue ends.</exception>
    public Task<MeasuredMap> ExplainAsync(
        ModelLease lease,
        Radiograph radiograph,
        ExplanationQuestion question,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default) => AddAsync(
        new ExplanationItem(
            lease.Share(), (model, passes) => model.Explain(radiograph, question, passes, cancellation), progress, clock.GetTimestamp()),
        cancellation);

    /// <summary>Ends all that waits. What has begun is finished.</summary>
    public void Dispose()
    {
        IReadOnlyList<QueueItem> left;
        lock (_lock)
        {
            _disposed = true;
            left = _lines.Clear();
        }

        foreach (var item in left)
        {
            item.Registration.Unregister();
            item.Cancel(CancellationToken.None);
        }
    }

    private Task<T> AddAsync<T>(AnsweredItem<T> item, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_disposed || cancellation.IsCancellationRequested)
            {
                item.Cancel(cancellation);
            }
            else if (!_lines.TryAdd(item))
            {
                item.Fail(new InferenceQueueFullException());
            }
            else
            {
                // Under the lock, so that it is there before the item's turn can come.
                item.Registration = cancellation.UnsafeRegister(_ => Remove(item, cancellation), null);
                if (!_working)
                {
                    _working = ThreadPool.UnsafeQueueUserWorkItem(queue => queue.Work(), this, preferLocal: false);
                }
            }
        }

        return item.Answer;
    }

    private void Remove(QueueItem item, CancellationToken cancellation)
    {
        bool waited;
        lock (_lock)
        {
            waited = _lines.Remove(item);
        }

        if (waited)
        {
            item.Cancel(cancellation);
        }
    }

    private void Work()
    {
        while (true)
        {
            IReadOnlyList<QueueItem> next;
            lock (_lock)
            {
                next = _lines.Next(InferencePriority.Explanation);
                if (next.Count == 0)
                {
                    _working = false;
                    return;
                }
            }

            Run(next);
        }
    }

    private void GiveWay()
    {
        IReadOnlyList<QueueItem> next;
        lock (_lock)
        {
            next = _lines.Next(InferencePriority.Job);
        }

        Run(next);
    }

    private void Run(IReadOnlyList<QueueItem> items)
    {
        foreach (var item in items)
        {
            item.Registration.Unregister();
            Begun?.Invoke(item.Priority, clock.GetElapsedTime(item.Since));
        }

        QueueWork.Run(items, GiveWay);
    }
}
