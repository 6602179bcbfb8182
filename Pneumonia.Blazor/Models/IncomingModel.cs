using Pneumonia.Blazor.Uploads;

namespace Pneumonia.Blazor.Models;

/// <summary>A model zip that comes to an open page in parts. Members may be called on any thread.</summary>
/// <param name="arrived">Takes the whole file and its name, and disposes of it.</param>
public sealed class IncomingModel(Func<Stream, string, Task> arrived) : IDisposable
{
    private readonly Lock _gate = new();
    private FileInParts? _file;
    private string? _key;

    /// <summary>Takes a part of a file.</summary>
    /// <param name="key">What the sender calls the file. Another name begins another file, and the one before is let go of.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="part">The part.</param>
    /// <param name="cancellation">The sender has gone.</param>
    /// <returns>How many bytes are here: where the next part begins.</returns>
    public async Task<long> TakeAsync(string key, string name, FilePart part, CancellationToken cancellation)
    {
        var file = Open(key, part.Length);
        var reached = await file.TakeAsync(part.Offset, part.Content, cancellation);
        if (reached == file.Length && file.HandOver() is { } whole)
        {
            _ = arrived(whole, name);
        }

        return reached;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private FileInParts Open(string key, long length)
    {
        lock (_gate)
        {
            if (_file is null || key != _key)
            {
                _file?.Dispose();
                (_file, _key) = (new FileInParts(length), key);
            }

            return _file;
        }
    }
}
