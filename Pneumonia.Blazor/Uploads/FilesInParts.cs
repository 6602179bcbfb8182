namespace Pneumonia.Blazor.Uploads;

/// <summary>
/// The files that come in parts to open tabs. So many and no more lie on the disk: of a tab's own, the one that waited longest gives way to
/// another, and what nobody sends any longer goes after a while, or with its tab. Members may be called on any thread.
/// </summary>
public sealed class FilesInParts : IDisposable
{
    /// <summary>Files of all tabs together.</summary>
    public const int Most = 64;

    /// <summary>Files of one tab: twice as many as it sends at a time.</summary>
    public const int MostOfOne = 4;

    /// <summary>For how long a file is kept that no part of comes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(object Tab, string Key), Entry> _files = [];
    private readonly TimeProvider _clock;
    private readonly ITimer _sweep;

    /// <summary>Holds none yet.</summary>
    /// <param name="clock">Tells how long a file has waited.</param>
    public FilesInParts(TimeProvider clock)
    {
        _clock = clock;
        _sweep = clock.CreateTimer(_ => Sweep(), state: null, Longest / 10, Longest / 10);
    }

    /// <summary>Files that are here in part.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _files.Count;
            }
        }
    }

    /// <summary>A tab's file, whether some of it is here or not; null where there is no room for another one now.</summary>
    /// <param name="tab">The tab.</param>
    /// <param name="key">What the tab calls the file.</param>
    /// <param name="length">The file's length, in bytes.</param>
    public FileInParts? Open(object tab, string key, long length)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue((tab, key), out var entry) && (entry = Begin(tab, key, length)) is null)
            {
                return null;
            }

            entry.Used = _clock.GetTimestamp();
            return entry.File;
        }
    }

    /// <summary>Lets go of a file of a tab.</summary>
    public void Remove(object tab, string key) => Remove(entry => entry.Key == (tab, key));

    /// <summary>Lets go of all files of a tab.</summary>
    public void RemoveAll(object tab) => Remove(entry => entry.Key.Tab == tab);

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        Remove(_ => true);
    }

    private Entry? Begin(object tab, string key, long length)
    {
        KeyValuePair<(object Tab, string Key), Entry>[] own = [.. _files.Where(entry => entry.Key.Tab == tab)];
        if (own.Length >= MostOfOne)
        {
            var oldest = own.MinBy(entry => entry.Value.Used).Key;
            Remove(entry => entry.Key == oldest);
        }

        return _files.Count >= Most ? null : _files[(tab, key)] = new Entry(new FileInParts(length));
    }

    private void Sweep() => Remove(entry => _clock.GetElapsedTime(entry.Value.Used) >= Longest);

    private void Remove(Func<KeyValuePair<(object Tab, string Key), Entry>, bool> which)
    {
        lock (_gate)
        {
            foreach (var (key, entry) in _files.Where(which).ToList())
            {
                _files.Remove(key);
                entry.File.Dispose();
            }
        }
    }

    private sealed class Entry(FileInParts file)
    {
        public FileInParts File { get; } = file;

        public long Used { get; set; }
    }
}
