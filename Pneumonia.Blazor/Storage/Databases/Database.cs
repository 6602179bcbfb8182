using System.Data.Common;

namespace Pneumonia.Blazor.Storage.Databases;

/// <summary>A database that speaks the SQL that SQLite and PostgreSQL share. Every error that the operator can mend comes out as a
/// <see cref="StorageException"/>.</summary>
public abstract class Database : IDisposable
{
    /// <summary>Which database it is, for messages; without credentials.</summary>
    public abstract string Description { get; }

    /// <summary>Clause after a text column that makes its order the order of bytes.</summary>
    public abstract string ByteOrder { get; }

    /// <summary>Makes the database ready for its first connection; the schema is the migrator's work.</summary>
    public abstract Task CreateAsync();

    /// <summary>Reads on a connection of its own.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read) => GuardAsync(async () =>
    {
        await using var connection = await OpenAsync();
        return await read(connection);
    });

    /// <summary>Writes in one transaction and returns after it is durable; an exception undoes everything.</summary>
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write) => GuardAsync(async () =>
    {
        await using var connection = await OpenAsync();
        await using var transaction = await BeginWriteAsync(connection);
        var result = await write(transaction);
        await transaction.CommitAsync();
        return result;
    });

    /// <summary>As <see cref="WriteAsync{T}(Func{DbTransaction, Task{T}})"/>, but one at a time among all processes that share the database.</summary>
    public Task<T> WriteAloneAsync<T>(Func<DbTransaction, Task<T>> write) => WriteAloneAsync(null, write);

    /// <summary>As <see cref="WriteAsync{T}(Func{DbTransaction, Task{T}})"/>; within a transaction of others, where there is one, it is
    /// durable when that is.</summary>
    public Task<T> WriteAsync<T>(StorageTransaction? within, Func<DbTransaction, Task<T>> write) =>
        within is null ? WriteAsync(write) : within.WriteAsync(write);

    /// <summary>As <see cref="WriteAloneAsync{T}(Func{DbTransaction, Task{T}})"/>; within a transaction of others, where there is one, it is
    /// durable when that is, and alone until then.</summary>
    public Task<T> WriteAloneAsync<T>(StorageTransaction? within, Func<DbTransaction, Task<T>> write) => WriteAsync(within, async transaction =>
    {
        await LockAsync(transaction);
        return await write(transaction);
    });

    /// <summary>Reads several times from one unchanging state of the database, while others write.</summary>
    public Task<T> SnapshotAsync<T>(Func<DbTransaction, Task<T>> read) => GuardAsync(async () =>
    {
        await using var connection = await OpenAsync();
        await using var transaction = await BeginSnapshotAsync(connection);
        return await read(transaction);
    });

    public abstract void Dispose();

    /// <summary>Does work whose faults that an operator can mend come out as sentences.</summary>
    /// <exception cref="StorageException">The database does not do it.</exception>
    internal async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException fault) when (Explain(fault) is { } explained)
        {
            throw explained;
        }
    }

    protected internal abstract Task<DbConnection> OpenAsync();

    protected internal abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection);

    protected abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection);

    protected abstract Task LockAsync(DbTransaction transaction);

    /// <summary>What an operator can mend, as a sentence; null for a fault of the program.</summary>
    protected abstract StorageException? Explain(DbException fault);
}
