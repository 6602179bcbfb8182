namespace Pneumonia.Blazor.Models;

/// <summary>
/// A model zip that comes in parts, in order, over a line that may break: whatever came of a part is kept, and the sender is told where to
/// go on. Members may be called on any thread.
/// </summary>
/// <param name="arrived">Takes the whole file and its name, and disposes of it.</param>
public sealed class IncomingModel(Func<Stream, string, Task> arrived) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private FileStream? _file;
    private string? _key;

    /// <summary>Takes a part of a file.</summary>
    /// <param name="key">What the sender calls the file. Another name begins another file, and the one before is let go of.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="length">Its length, in bytes.</param>
    /// <param name="offset">Where the part begins.</param>
    /// <param name="part">Its bytes.</param>
    /// <param name="cancellation">The sender has gone.</param>
    /// <returns>How many bytes are here: where the next part begins. The part is not looked at where it does not begin there.</returns>
    public async Task<long> TakeAsync(string key, string name, long length, long offset, Stream part, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (key != _key)
            {
                Begin(key);
            }

            if (_file is not { } file)
            {
                return length; // it has come whole, and this part once more
            }

            if (offset == file.Position)
            {
                await CopyAsync(part, file, length - offset, cancellation);
            }

            var reached = file.Position;
            if (reached == length)
            {
                file.Position = 0;
                _file = null;
                _ = arrived(file, name);
            }

            return reached;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Begin(string key)
    {
        _file?.Dispose();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        _key = key;
    }

    private static async Task CopyAsync(Stream part, FileStream file, long most, CancellationToken cancellation)
    {
        var chunk = new byte[81920];
        while (most > 0 && await part.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, most)), cancellation) is > 0 and var count)
        {
            await file.WriteAsync(chunk.AsMemory(0, count), CancellationToken.None);
            most -= count;
        }
    }
}
