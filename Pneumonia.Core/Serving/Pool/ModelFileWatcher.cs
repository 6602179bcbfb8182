namespace Pneumonia.Core.Serving.Pool;

/// <summary>
/// Calls back when a file may have changed: soon after its folder tells of a change, an atomic rename included, and else at every poll,
/// since network drives tell nothing and the folder may not exist yet. Calls never overlap.
/// </summary>
internal sealed class ModelFileWatcher : IDisposable
{
    private readonly string _path;
    private readonly TimeSpan _quietPeriod;
    private readonly TimeSpan _pollInterval;
    private readonly Action<bool> _check;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private FileSystemWatcher? _folder;
    private bool _heard;
    private bool _checking;
    private bool _disposed;

    /// <summary>Starts watching.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="quietPeriod">How long the file must be quiet after a change.</param>
    /// <param name="pollInterval">Time between two looks without a change heard.</param>
    /// <param name="clock">Times both.</param>
    /// <param name="check">Called with whether a change was heard; false at a poll.</param>
    public ModelFileWatcher(string path, TimeSpan quietPeriod, TimeSpan pollInterval, TimeProvider clock, Action<bool> check)
    {
        (_path, _quietPeriod, _pollInterval, _check) = (path, quietPeriod, pollInterval, check);
        _timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            WatchFolder();
            _timer.Change(pollInterval, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _folder?.Dispose();
            _folder = null;
        }

        _timer.Dispose();
    }

    private void Tick()
    {
        bool heard;
        lock (_lock)
        {
            WatchFolder();
            (heard, _heard, _checking) = (_heard, false, true);
        }

        try
        {
            _check(heard);
        }
        finally
        {
            lock (_lock)
            {
                _checking = false;
                _timer.Change(_heard ? _quietPeriod : _pollInterval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void WatchFolder()
    {
        if (_disposed || _folder is not null)
        {
            return;
        }

        FileSystemWatcher? folder = null;
        try
        {
            folder = new FileSystemWatcher(Path.GetDirectoryName(_path)!)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
            };
            folder.Created += Hear;
            folder.Changed += Hear;
            folder.Deleted += Hear;
            folder.Renamed += (_, change) => Hear(change.FullPath, change.OldFullPath);
            folder.Error += (sender, _) => Drop((FileSystemWatcher)sender);
            folder.EnableRaisingEvents = true;
            _folder = folder;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            // No such folder yet, or no more watches to be had: polling goes on, and tries again.
            folder?.Dispose();
        }
    }

    private void Drop(FileSystemWatcher folder)
    {
        lock (_lock)
        {
            folder.Dispose();
            _folder = ReferenceEquals(_folder, folder) ? null : _folder;
        }
    }

    private void Hear(object sender, FileSystemEventArgs change) => Hear(change.FullPath);

    private void Hear(params ReadOnlySpan<string> paths)
    {
        if (!paths.Contains(_path))
        {
            return;
        }

        lock (_lock)
        {
            _heard = true;
            if (!_checking)
            {
                _timer.Change(_quietPeriod, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
