using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Pneumonia.Model.Serving.Pool;

/// <summary>
/// Lends prediction engines to many threads, with ML.NET's calls, and swaps in a new model when its file changes. A request ends on the
/// model it began with; a model is disposed after its last engine has come back. The name of the model without a name is empty.
/// </summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public sealed class PredictionEnginePool<TIn, TOut> : IDisposable
{
    private readonly Dictionary<string, ModelSlot<TIn, TOut>> _slots;
    private readonly ConcurrentDictionary<PredictionEngine<TIn, TOut>, RefCountedModel<TIn, TOut>> _lent =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>Starts to watch the files. Models are loaded at first use, or by <see cref="LoadAsync"/>.</summary>
    public PredictionEnginePool(
        IPredictionModelLoader<TIn, TOut> loader,
        IOptions<PredictionEnginePoolOptions<TIn, TOut>> options,
        TimeProvider clock,
        ILogger<PredictionEnginePool<TIn, TOut>>? logger = null)
    {
        logger ??= NullLogger<PredictionEnginePool<TIn, TOut>>.Instance;
        _slots = options.Value.Models.Keys.ToDictionary(
            name => name, name => new ModelSlot<TIn, TOut>(name, loader, options.Value, clock, logger));
    }

    /// <summary>Names of all models.</summary>
    public IReadOnlyCollection<string> ModelNames => _slots.Keys;

    /// <summary>
    /// Loads a model ahead of its first request, without blocking the caller. A file that is missing or bad shows in
    /// <see cref="GetStatus"/>, not as an exception.
    /// </summary>
    public Task LoadAsync(string modelName = "", CancellationToken cancellation = default)
    {
        var slot = Slot(modelName);
        return Task.Run(() => slot.Refresh(heard: false), cancellation);
    }

    /// <summary>
    /// Takes a model from another file from now on: at once where one serves already, else at first use. The model before it answers
    /// until then, and on where the file cannot be loaded; <see cref="GetStatus"/> says so.
    /// </summary>
    public Task ServeFromAsync(ModelFile file, string modelName = "", CancellationToken cancellation = default)
    {
        var slot = Slot(modelName);
        return Task.Run(() => slot.ServeFrom(file), cancellation);
    }

    /// <summary>Answers with the model without a name.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public TOut Predict(TIn example) => Predict(string.Empty, example);

    /// <summary>Answers with a model.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public TOut Predict(string modelName, TIn example)
    {
        var engine = GetPredictionEngine(modelName);
        try
        {
            return engine.Predict(example);
        }
        finally
        {
            ReturnPredictionEngine(modelName, engine);
        }
    }

    /// <summary>Lends an engine, to be given back by <see cref="ReturnPredictionEngine(string, PredictionEngine{TIn, TOut})"/>.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public PredictionEngine<TIn, TOut> GetPredictionEngine(string modelName = "")
    {
        var model = Slot(modelName).Acquire();
        try
        {
            var engine = model.Rent();
            _lent[engine] = model;
            return engine;
        }
        catch
        {
            model.Release();
            throw;
        }
    }

    /// <summary>Takes an engine of the model without a name back.</summary>
    /// <exception cref="ArgumentException">The engine is not lent out.</exception>
    public void ReturnPredictionEngine(PredictionEngine<TIn, TOut> engine) => ReturnPredictionEngine(string.Empty, engine);

    /// <summary>Takes an engine back. It goes to the model it was made from, whichever model is current by now.</summary>
    /// <exception cref="ArgumentException">The engine is not lent out.</exception>
    public void ReturnPredictionEngine(string modelName, PredictionEngine<TIn, TOut> engine)
    {
        _ = Slot(modelName);
        if (!_lent.TryRemove(engine, out var model))
        {
            throw new ArgumentException("The engine is not lent out by this pool, or was returned already.", nameof(engine));
        }

        model.Return(engine);
    }

    /// <summary>Reads from the model that answers now, which cannot be disposed meanwhile.</summary>
    /// <exception cref="InvalidModelException">No model could be loaded yet.</exception>
    public TResult Use<TResult>(string modelName, Func<IPredictionModel<TIn, TOut>, TResult> use)
    {
        var model = Slot(modelName).Acquire();
        try
        {
            return use(model.Model);
        }
        finally
        {
            model.Release();
        }
    }

    /// <summary>Which model answers, and whether anything is wrong with its file.</summary>
    public ModelStatus GetStatus(string modelName = "") => Slot(modelName).Status;

    /// <summary>Fires once, at the next change of <see cref="GetStatus"/>; for use with <see cref="ChangeToken"/>.</summary>
    public IChangeToken GetReloadToken(string modelName = "") => Slot(modelName).ReloadToken;

    /// <summary>Stops watching and lets the models go; one that still answers a request is disposed after it.</summary>
    public void Dispose()
    {
        foreach (var slot in _slots.Values)
        {
            slot.Dispose();
        }
    }

    private ModelSlot<TIn, TOut> Slot(string modelName) => _slots.TryGetValue(modelName, out var slot)
        ? slot
        : throw new ArgumentException($"No model is registered under the name '{modelName}'.", nameof(modelName));
}
