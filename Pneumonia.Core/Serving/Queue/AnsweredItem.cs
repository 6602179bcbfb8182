using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>What waits in the queue for an answer of a kind. The lease ends before the answer is told, so that who hears it can count on that.</summary>
internal class AnsweredItem<T>(ModelLease lease, InferencePriority priority, long since) : QueueItem(lease, priority, since)
{
    // Whoever waits goes on elsewhere: the worker has others to answer.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    public override void Cancel(CancellationToken cancellation)
    {
        Lease.Dispose();
        _answer.TrySetCanceled(cancellation);
    }

    public void Finish(T answer)
    {
        Lease.Dispose();
        _answer.TrySetResult(answer);
    }

    public void Fail(Exception fault)
    {
        Lease.Dispose();
        _answer.TrySetException(fault);
    }
}
