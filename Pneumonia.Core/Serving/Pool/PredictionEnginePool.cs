using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>
/// ML.NET's calls over slots and leases: one slot for each name, one lease for each engine that is out. The name of the model without a
/// name is empty.
/// </summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public sealed class PredictionEnginePool<TIn, TOut> : IDisposable
{
    private readonly RadiographAnswer<TIn, TOut> _answer;
    private readonly Dictionary<string, ModelSlot> _slots;
    private readonly List<ModelFileWatcher> _watchers;
    private readonly ConcurrentDictionary<PredictionEngine<TIn, TOut>, byte> _lent = new(ReferenceEqualityComparer.Instance);

    /// <summary>Starts to watch the files. Models are loaded at first use, or by <see cref="LoadAsync"/>.</summary>
    public PredictionEnginePool(
        IModelLoader loader,
        RadiographAnswer<TIn, TOut> answer,
        IOptions<PredictionEnginePoolOptions<TIn, TOut>> options,
        TimeProvider clock,
        ILogger<ModelSlot>? logger = null)
    {
        _answer = answer;
        _slots = options.Value.Models.ToDictionary(each => each.Key, each => new ModelSlot(loader, each.Value.Path, clock, logger));
        _watchers = [.. options.Value.Models.Where(each => each.Value.WatchForChanges).Select(each => new ModelFileWatcher(
            Path.GetFullPath(each.Value.Path), options.Value.QuietPeriod, options.Value.PollInterval, clock, _slots[each.Key].Refresh))];
    }

    /// <summary>Names of all models.</summary>
    public IReadOnlyCollection<string> ModelNames => _slots.Keys;

    /// <inheritdoc cref="ModelSlot.LoadAsync"/>
    public Task LoadAsync(string modelName = "", CancellationToken cancellation = default) => Slot(modelName).LoadAsync(cancellation);

    /// <summary>Answers with the model without a name.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public TOut Predict(TIn example) => Predict(string.Empty, example);

    /// <summary>Answers with a model.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public TOut Predict(string modelName, TIn example)
    {
        using var lease = Slot(modelName).Lease();
        return _answer(lease.Model, example);
    }

    /// <summary>Lends an engine, to be given back by <see cref="ReturnPredictionEngine(string, PredictionEngine{TIn, TOut})"/>.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public PredictionEngine<TIn, TOut> GetPredictionEngine(string modelName = "")
    {
        var engine = new PredictionEngine<TIn, TOut>(Slot(modelName).Lease(), _answer);
        _lent[engine] = default;
        return engine;
    }

    /// <summary>Takes an engine of the model without a name back.</summary>
    /// <exception cref="ArgumentException">The engine is not lent out.</exception>
    public void ReturnPredictionEngine(PredictionEngine<TIn, TOut> engine) => ReturnPredictionEngine(string.Empty, engine);

    /// <summary>Takes an engine back. Its model, whichever is current by now, is free of it.</summary>
    /// <exception cref="ArgumentException">The engine is not lent out.</exception>
    public void ReturnPredictionEngine(string modelName, PredictionEngine<TIn, TOut> engine)
    {
        _ = Slot(modelName);
        if (!_lent.TryRemove(engine, out _))
        {
            throw new ArgumentException("The engine is not lent out by this pool, or was returned already.", nameof(engine));
        }

        engine.End();
    }

    /// <inheritdoc cref="ModelSlot.Status"/>
    public ModelStatus GetStatus(string modelName = "") => Slot(modelName).Status;

    /// <inheritdoc cref="ModelSlot.ReloadToken"/>
    public IChangeToken GetReloadToken(string modelName = "") => Slot(modelName).ReloadToken;

    /// <summary>Stops watching and lets the models go; one that still answers a request is disposed after it.</summary>
    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        foreach (var slot in _slots.Values)
        {
            slot.Dispose();
        }
    }

    private ModelSlot Slot(string modelName) => _slots.TryGetValue(modelName, out var slot)
        ? slot
        : throw new ArgumentException($"No model is registered under the name '{modelName}'.", nameof(modelName));
}
