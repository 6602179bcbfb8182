using System.Collections.Concurrent;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Uploads;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Takes the files that one open tab sends by HTTP, each once, however often it is sent. Lives and dies with the tab's circuit, and
/// goes on while the circuit's line is down. All members but <see cref="Open"/> may be called on any thread.</summary>
public sealed class UploadDesk(ReadingSession session, UploadDesks desks, FilesInParts parts) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Study?>>> _taken = new();
    private readonly SemaphoreSlim _places = new(Limits.UploadsPerSession);
    private Func<Func<Task>, Task>? _onCircuit;
    private string? _token;

    /// <summary>Begins to take files.</summary>
    /// <param name="onCircuit">Runs something on the circuit's dispatcher.</param>
    /// <returns>The name under which the tab sends them.</returns>
    public string Open(Func<Func<Task>, Task> onCircuit)
    {
        _onCircuit = onCircuit;
        return _token ??= desks.Add(this);
    }

    /// <summary>Takes a file, and returns once it is diagnosed or refused. One that was taken before is not taken again.</summary>
    /// <param name="key">What its sender calls it.</param>
    /// <param name="place">Its place among the files of the tab.</param>
    /// <param name="isFirst">Whether it is to be seen now.</param>
    /// <param name="read">Reads it; null where it is refused as too large. Not called where the file was taken before.</param>
    /// <param name="cancellation">The sender has gone.</param>
    public async Task<UploadOutcome> TakeAsync(
        string key, int place, bool isFirst, Func<CancellationToken, Task<IncomingImage?>> read, CancellationToken cancellation)
    {
        if (!_taken.ContainsKey(key))
        {
            // No more than these lie in memory: the others wait on their way.
            await _places.WaitAsync(cancellation);
            try
            {
                return await read(cancellation) is { } image ? await OutcomeAsync(key, image, place, isFirst) : UploadOutcome.TooLarge;
            }
            finally
            {
                _places.Release();
            }
        }

        return await OutcomeAsync(key, image: null, place, isFirst);
    }

    /// <summary>Takes a part of a file, and with the last one the file.</summary>
    /// <param name="key">What its sender calls it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Its place among the files of the tab.</param>
    /// <param name="isFirst">Whether it is to be seen now.</param>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">The sender has gone.</param>
    /// <returns>What became of the file, and how many bytes of it are here: where the next part begins.</returns>
    /// <exception cref="IOException">There is no room for another file in parts now.</exception>
    public async Task<(UploadOutcome Outcome, long Reached)> TakePartAsync(
        string key, string name, int place, bool isFirst, FilePart part, CancellationToken cancellation)
    {
        FileInParts? file = null;
        if (!_taken.ContainsKey(key))
        {
            file = Open();
            if (await file.TakeAsync(part.Offset, part.Content, cancellation) is var reached && reached < file.Length)
            {
                return (UploadOutcome.Partly, reached);
            }
        }

        var outcome = await TakeAsync(key, place, isFirst, ReadAsync, cancellation);
        parts.Remove(this, key);
        return (outcome, part.Length);

        FileInParts Open() => parts.Open(this, key, part.Length) ?? throw new IOException();

        Task<IncomingImage?> ReadAsync(CancellationToken closing)
        {
            file ??= Open();
            return Task.FromResult<IncomingImage?>(new IncomingImage(name, file.Length, _ => file.HandOver() ?? throw new IOException()));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        parts.RemoveAll(this);
        if (_token is not null)
        {
            desks.Remove(_token);
        }
    }

    private async Task<UploadOutcome> OutcomeAsync(string key, IncomingImage? image, int place, bool isFirst)
    {
        try
        {
            var taken = image is null
                ? _taken.GetValueOrDefault(key)
                : _taken.GetOrAdd(key, _ => new Lazy<Task<Study?>>(() => AddAsync(image, place, isFirst)));
            if (taken is null || await taken.Value is not { } study)
            {
                _taken.TryRemove(key, out _);
                return UploadOutcome.TabFull;
            }

            // The tab has closed meanwhile.
            return study.IsBusy ? UploadOutcome.Gone : UploadOutcome.Taken;
        }
        catch (ObjectDisposedException)
        {
            return UploadOutcome.Gone;
        }
    }

    private async Task<Study?> AddAsync(IncomingImage image, int place, bool isFirst)
    {
        Study? study = null;
        await _onCircuit!(async () => study = await session.AddAsync(image, place, isFirst));
        return study;
    }
}
