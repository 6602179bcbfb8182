using System.Data.Common;

namespace Pneumonia.Blazor.Storage.Databases;

/// <summary>A unit of work: what stores write within it becomes durable all at once, or not at all. Nothing is open, and nobody is kept
/// waiting, before the first write. It is for one task at a time, and undone by its disposal unless it was committed.</summary>
public sealed class StorageTransaction(Database database) : IAsyncDisposable
{
    private readonly Stack<Func<bool, Task>> _followers = new();
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private bool _isOver;

    /// <summary>Has something done once it is known whether what was written stands: true, or is undone: false. Who asks last is told
    /// first.</summary>
    public void WhenOver(Func<bool, Task> follower) => _followers.Push(follower);

    /// <summary>Makes everything durable.</summary>
    /// <exception cref="StorageException">It cannot be; then all of it is undone.</exception>
    public async Task CommitAsync()
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        var stands = false;
        try
        {
            stands = _transaction is null || await database.GuardAsync(async () =>
            {
                await _transaction.CommitAsync();
                return true;
            });
        }
        finally
        {
            await EndAsync(stands);
        }
    }

    /// <summary>Undoes everything that was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isOver)
        {
            await EndAsync(stands: false);
        }
    }

    internal Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        return database.GuardAsync(async () =>
        {
            _connection ??= await database.OpenAsync();
            return await write(_transaction ??= await database.BeginWriteAsync(_connection));
        });
    }

    private async Task EndAsync(bool stands)
    {
        _isOver = true;
        try
        {
            if (_transaction is not null)
            {
                await _transaction.DisposeAsync();
            }

            if (_connection is not null)
            {
                await _connection.DisposeAsync();
            }
        }
        finally
        {
            await TellAsync(stands);
        }
    }

    // Everybody, even after one has failed.
    private async Task TellAsync(bool stands)
    {
        if (_followers.TryPop(out var follower))
        {
            try
            {
                await follower(stands);
            }
            finally
            {
                await TellAsync(stands);
            }
        }
    }
}
