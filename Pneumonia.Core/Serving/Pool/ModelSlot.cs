using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>
/// The model that is current. Requests lease it without a lock; a reload swaps it in one step; a file that cannot be loaded leaves the one
/// before it serving.
/// </summary>
public sealed class ModelSlot : IDisposable
{
    private readonly ModelFileReader _file;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ReloadSignal _signal;
    private readonly Lock _loading = new();
    private SharedModel? _current;
    private ModelStatus _status;

    // What follows is touched only under the lock.
    private string _path;
    private InvalidModelException? _failure;
    private bool _disposed;

    /// <summary>Loads nothing yet.</summary>
    /// <param name="loader">Loads the file.</param>
    /// <param name="path">The file, which may be missing for now.</param>
    /// <param name="clock">Tells when a model was loaded.</param>
    /// <param name="logger">Told of models that come into service and of files that are refused.</param>
    public ModelSlot(IModelLoader loader, string path, TimeProvider clock, ILogger<ModelSlot>? logger = null)
    {
        (_file, _path, _clock, _logger) = (new ModelFileReader(loader), Path.GetFullPath(path), clock, logger ?? NullLogger<ModelSlot>.Instance);
        _signal = new ReloadSignal(_logger);
        _status = new ModelStatus(_path, null, null, Missing(_path));
    }

    /// <summary>Which model answers, and whether anything is wrong with its file.</summary>
    public ModelStatus Status => Volatile.Read(ref _status);

    /// <summary>Fires once, at the next change of <see cref="Status"/>; for use with <see cref="ChangeToken"/>.</summary>
    public IChangeToken ReloadToken => _signal.Token;

    /// <summary>Leases the current model, loading it first where there is none.</summary>
    /// <exception cref="InvalidModelException">There is no model that could answer.</exception>
    public ModelLease Lease()
    {
        while (true)
        {
            if (TryLease() is { } lease)
            {
                return lease;
            }

            LoadFirst();
        }
    }

    /// <summary>Leases the current model; null where there is none.</summary>
    public ModelLease? TryLease()
    {
        // A model whose last holder let go between the two looks was replaced: the next look finds the one after it.
        while (Volatile.Read(ref _current) is { } shared)
        {
            if (shared.TryLease() is { } lease)
            {
                return lease;
            }
        }

        return null;
    }

    /// <summary>Looks at the file ahead of the first request, without blocking the caller. A file that is missing or bad shows in
    /// <see cref="Status"/>, not as an exception.</summary>
    public Task LoadAsync(CancellationToken cancellation = default) => Task.Run(() => Refresh(heard: false), cancellation);

    /// <summary>Takes the model from another file from now on: at once where one serves already, else at first use. The model before it
    /// answers until then, and on where the file cannot be loaded; <see cref="Status"/> says so.</summary>
    public Task ServeFromAsync(string path, CancellationToken cancellation = default) => Task.Run(() => ServeFrom(path), cancellation);

    /// <summary>Looks at the file and loads it where its content is new. Never throws for a bad file.</summary>
    /// <param name="heard">Whether a change was heard: then the content is looked at even where length and times are the same.</param>
    public void Refresh(bool heard) => Change(() =>
    {
        if (!_disposed)
        {
            TryLoad(heard);
        }
    });

    /// <summary>Lets the model go; where it still answers a request, it is disposed after that.</summary>
    public void Dispose()
    {
        lock (_loading)
        {
            _disposed = true;
            Interlocked.Exchange(ref _current, null)?.Release();
        }
    }

    private static UserText? Missing(string path) => File.Exists(path) ? null : (UserText)$"No model serves: {(UserText)ModelFileReader.Missing}";

    private void Change(Action change)
    {
        var before = Status;
        lock (_loading)
        {
            change();
        }

        if (Status != before)
        {
            _signal.Fire();
        }
    }

    private void ServeFrom(string path) => Change(() =>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _path = Path.GetFullPath(path);
        _file.Forget();
        Publish(Status with { FilePath = _path, Warning = Missing(_path) });
        if (_current is not null)
        {
            TryLoad(heard: true);
        }
    });

    private void LoadFirst()
    {
        Refresh(heard: false);
        lock (_loading)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_current is null)
            {
                throw new InvalidModelException(_path, _failure!.Because, _failure);
            }
        }
    }

    private void TryLoad(bool heard)
    {
        if (!_file.MayBeNew(_path, heard))
        {
            return;
        }

        try
        {
            if (_file.Load(_path, serving: _current is not null) is { } model)
            {
                Swap(model);
            }
            else
            {
                Publish(Status with { Warning = null });
            }
        }
        catch (InvalidModelException failure)
        {
            Fail(failure);
        }
    }

    private void Swap(IRadiographModel model)
    {
        var version = model.Information.Version;
        Interlocked.Exchange(ref _current, new SharedModel(model))?.Release();
        _failure = null;
        Publish(new ModelStatus(_path, version, _clock.GetUtcNow(), null));
        _logger.LogInformation("Model {Version} serves from {Path}", version, _path);
    }

    private void Fail(InvalidModelException failure)
    {
        _failure = failure;
        var warning = Status.Version is { } version
            ? (UserText)$"The model's file is refused, and version {version} keeps serving: {failure.Because}"
            : $"No model serves: {failure.Because}";
        if (!warning.Equals(Status.Warning))
        {
            _logger.LogWarning(failure, "{Path}: {Warning}", _path, warning);
        }

        Publish(Status with { Warning = warning });
    }

    private void Publish(ModelStatus status) => Volatile.Write(ref _status, status);
}
