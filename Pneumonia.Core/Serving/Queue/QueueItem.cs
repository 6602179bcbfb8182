using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Core.Serving.Queue;

/// <summary>What waits in the queue. Its lease is its own: whoever asked may be gone before it is done.</summary>
internal abstract class QueueItem(ModelLease lease, InferencePriority priority, long since)
{
    public ModelLease Lease => lease;

    public InferencePriority Priority => priority;

    /// <summary>Timestamp of its coming.</summary>
    public long Since => since;

    /// <summary>Takes it out of the queue when it is cancelled.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    /// <summary>Ends it without an answer.</summary>
    public abstract void Cancel(CancellationToken cancellation);
}
