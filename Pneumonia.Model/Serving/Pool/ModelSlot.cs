using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Pneumonia.Model.Serving.Pool;

/// <summary>
/// The model current under one name. Requests take it without a lock; a reload swaps it in one step; a file that cannot be loaded
/// leaves the one before it serving.
/// </summary>
internal sealed class ModelSlot<TIn, TOut> : IDisposable
{
    private const string MissingFile = "the file does not exist.";

    private readonly string _name;
    private readonly IPredictionModelLoader<TIn, TOut> _loader;
    private readonly PredictionEnginePoolOptions<TIn, TOut> _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ReloadSignal _signal;
    private readonly Lock _loading = new();
    private RefCountedModel<TIn, TOut>? _current;
    private ModelStatus _status;

    // What follows is touched only under the lock.
    private string _path;
    private ModelFileWatcher? _watcher;
    private FileStamp? _tried;
    private string? _loadedHash;
    private InvalidModelException? _failure;
    private bool _disposed;

    public ModelSlot(
        string name,
        IPredictionModelLoader<TIn, TOut> loader,
        PredictionEnginePoolOptions<TIn, TOut> options,
        TimeProvider clock,
        ILogger logger)
    {
        var file = options.Models[name];
        (_name, _path, _loader, _options, _clock, _logger) = (name, Path.GetFullPath(file.Path), loader, options, clock, logger);
        _signal = new ReloadSignal(logger);
        _status = new ModelStatus(name, _path, null, null, Missing(_path));
        _watcher = Watch(file);
    }

    public ModelStatus Status => Volatile.Read(ref _status);

    public IChangeToken ReloadToken => _signal.Token;

    /// <summary>Takes a reference to the current model, loading it first where none is.</summary>
    /// <exception cref="InvalidModelException">There is no model that could answer.</exception>
    public RefCountedModel<TIn, TOut> Acquire()
    {
        while (true)
        {
            if (Volatile.Read(ref _current) is not { } model)
            {
                LoadFirst();
            }
            else if (model.TryAcquire())
            {
                return model;
            }
        }
    }

    /// <summary>Looks at the file and loads it where its content is new. Never throws for a bad file.</summary>
    /// <param name="heard">Whether a change was heard: then the content is looked at even where length and times are the same.</param>
    public void Refresh(bool heard)
    {
        var before = Status;
        lock (_loading)
        {
            if (!_disposed)
            {
                TryLoad(heard);
            }
        }

        if (Status != before)
        {
            _signal.Fire();
        }
    }

    /// <summary>Takes another file from now on, at once where a model serves already, else at first use. A file that cannot be loaded
    /// leaves the model before it serving.</summary>
    public void ServeFrom(ModelFile file)
    {
        var before = Status;
        lock (_loading)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(PredictionEnginePool<TIn, TOut>));
            _watcher?.Dispose();
            (_path, _tried) = (Path.GetFullPath(file.Path), null);
            _watcher = Watch(file);
            Publish(Status with { FilePath = _path, Warning = Missing(_path) });
            if (_current is not null)
            {
                TryLoad(heard: true);
            }
        }

        if (Status != before)
        {
            _signal.Fire();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_loading)
        {
            _disposed = true;
            _watcher?.Dispose();
            Interlocked.Exchange(ref _current, null)?.Release();
        }
    }

    private static string? Missing(string path) => File.Exists(path) ? null : $"No model serves: {MissingFile}";

    private ModelFileWatcher? Watch(ModelFile file) => file.WatchForChanges
        ? new ModelFileWatcher(Path.GetFullPath(file.Path), _options.QuietPeriod, _options.PollInterval, _clock, Refresh)
        : null;

    private void LoadFirst()
    {
        Refresh(heard: false);
        lock (_loading)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(PredictionEnginePool<TIn, TOut>));
            if (_current is null)
            {
                throw new InvalidModelException(_path, _failure!.Reason, _failure);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a new file does to its loader, the model before it must go on serving.")]
    private void TryLoad(bool heard)
    {
        var stamp = FileStamp.Of(_path);
        if (stamp is not null && stamp == _tried && !heard)
        {
            return;
        }

        _tried = stamp;
        if (stamp is null)
        {
            Fail(new InvalidModelException(_path, MissingFile));
            return;
        }

        var hash = FileStamp.ContentHash(_path);
        if (_current is not null && hash is not null && hash == _loadedHash)
        {
            Publish(Status with { Warning = null });
            return;
        }

        try
        {
            var model = _loader.Load(_path);

            // Where the file was replaced meanwhile, the hash may be of the one before; the next look sees another stamp.
            Swap(model, FileStamp.Of(_path) == stamp ? hash : null);
        }
        catch (Exception exception)
        {
            Fail(exception as InvalidModelException
                ?? new InvalidModelException(_path, $"the model could not be loaded: {exception.Message}", exception));
        }
    }

    private void Swap(IPredictionModel<TIn, TOut> model, string? hash)
    {
        var version = model.Version;
        Interlocked.Exchange(ref _current, new RefCountedModel<TIn, TOut>(model, _options.IdleEngines))?.Release();
        (_loadedHash, _failure) = (hash, null);
        Publish(new ModelStatus(_name, _path, version, _clock.GetUtcNow(), null));
        _logger.LogInformation("Model '{Name}': version {Version} serves from {Path}", _name, version, _path);
    }

    private void Fail(InvalidModelException failure)
    {
        _failure = failure;
        var warning = Status.Version is { } version
            ? $"The model's file is refused, and version {version} keeps serving: {failure.Reason}"
            : $"No model serves: {failure.Reason}";
        if (warning != Status.Warning)
        {
            _logger.LogWarning(failure, "Model '{Name}': {Warning}", _name, warning);
        }

        Publish(Status with { Warning = warning });
    }

    private void Publish(ModelStatus status) => Volatile.Write(ref _status, status);
}
