namespace Pneumonia.Blazor.Uploads;

/// <summary>
/// A file that comes in parts, in order, over a line that may break: whatever came of a part is kept, and the sender is told where to go on.
/// It lies in the system's temporary folder, without a name where the system allows. Members may be called on any thread.
/// </summary>
/// <param name="length">The file's length, in bytes.</param>
public sealed class FileInParts(long length) : IDisposable
{
    private const int Chunk = 81920;

    private readonly SemaphoreSlim _one = new(1);
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        Chunk,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private long _reached;
    private int _handed;

    /// <summary>Bytes that the file has.</summary>
    public long Length => length;

    /// <summary>Takes a part. It is not looked at where it does not begin where the last one ended.</summary>
    /// <param name="offset">Where the part begins.</param>
    /// <param name="part">Its bytes; none to ask how far the file has come.</param>
    /// <param name="cancellation">The sender has gone.</param>
    /// <returns>How many bytes are here: where the next part begins.</returns>
    public async Task<long> TakeAsync(long offset, Stream part, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (offset == _reached)
            {
                await CopyAsync(part, cancellation);
            }

            return _reached;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The whole file, for who asks first, and then has to dispose of it; null for all others.</summary>
    public Stream? HandOver()
    {
        if (Interlocked.Exchange(ref _handed, 1) != 0)
        {
            return null;
        }

        _file.Position = 0;
        return _file;
    }

    /// <summary>Lets go of what has come, unless it was handed over.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _handed, 1) == 0)
        {
            _file.Dispose();
        }
    }

    private async Task CopyAsync(Stream part, CancellationToken cancellation)
    {
        var chunk = new byte[Chunk];
        while (_reached < length && await part.ReadAsync(chunk.AsMemory(0, (int)Math.Min(Chunk, length - _reached)), cancellation) is > 0 and var count)
        {
            await _file.WriteAsync(chunk.AsMemory(0, count), CancellationToken.None);
            _reached += count;
        }
    }
}
