namespace Pneumonia.Core.Serving.Pool;

/// <summary>A loaded model that several hold: its slot while it is current, and every lease. The last to let go disposes it.</summary>
internal sealed class SharedModel(IRadiographModel model)
{
    /// <summary>Starts at one: the slot's own.</summary>
    private int _holders = 1;

    public IRadiographModel Model => model;

    /// <summary>Another lease; null when the last holder has let go already.</summary>
    public ModelLease? TryLease()
    {
        for (var seen = Volatile.Read(ref _holders); seen > 0;)
        {
            var before = Interlocked.CompareExchange(ref _holders, seen + 1, seen);
            if (before == seen)
            {
                return new ModelLease(this);
            }

            seen = before;
        }

        return null;
    }

    /// <summary>Lets go, once for each holder.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            model.Dispose();
        }
    }
}
