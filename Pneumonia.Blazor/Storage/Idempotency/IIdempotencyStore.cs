using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Idempotency;

/// <summary>Answers already given, each stored with what it speaks of.</summary>
public interface IIdempotencyStore
{
    /// <summary>The answer under a key; null where there is none or it has expired.</summary>
    Task<StoredAnswer?> FindAsync(string key);

    /// <summary>Stores an answer with what was written within the same transaction.</summary>
    /// <exception cref="KeyTakenException">Another request with the same key was answered first; the transaction is to be undone.</exception>
    Task AddAsync(StoredAnswer answer, StorageTransaction within);

    /// <summary>Deletes what has expired, and returns how many that were.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now);
}
