using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.ObjectPool;

namespace Pneumonia.Model.Serving.Pool;

/// <summary>
/// A loaded model with its idle engines. Whoever holds a reference keeps it alive: its slot while it is current, and every engine that
/// is out. The last to let go disposes it.
/// </summary>
internal sealed class RefCountedModel<TIn, TOut>(IPredictionModel<TIn, TOut> model, int idleEngines)
{
    private readonly DefaultObjectPool<PredictionEngine<TIn, TOut>> _idle = new(new Policy(model), idleEngines);

    /// <summary>Starts at one: the slot's own.</summary>
    private int _references = 1;

    public IPredictionModel<TIn, TOut> Model => model;

    /// <summary>Takes a reference; false when the last one is gone already.</summary>
    public bool TryAcquire()
    {
        var seen = Volatile.Read(ref _references);
        while (seen > 0)
        {
            var before = Interlocked.CompareExchange(ref _references, seen + 1, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }

    /// <summary>Gives a reference back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            model.Dispose();
        }
    }

    /// <summary>An idle engine or a new one. The caller holds a reference.</summary>
    public PredictionEngine<TIn, TOut> Rent() => _idle.Get();

    /// <summary>Takes an engine of this model back, together with the reference that went out with it.</summary>
    public void Return(PredictionEngine<TIn, TOut> engine)
    {
        _idle.Return(engine);
        Release();
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Made above.")]
    private sealed class Policy(IPredictionModel<TIn, TOut> model) : PooledObjectPolicy<PredictionEngine<TIn, TOut>>
    {
        public override PredictionEngine<TIn, TOut> Create() => model.CreateEngine();

        public override bool Return(PredictionEngine<TIn, TOut> obj) => true;
    }
}
