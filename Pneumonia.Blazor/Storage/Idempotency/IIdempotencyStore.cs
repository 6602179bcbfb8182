namespace Pneumonia.Blazor.Storage.Idempotency;

/// <summary>Answers already given. They are stored with what they speak of, by <see cref="Studies.IStudyStore.AddAsync"/>.</summary>
public interface IIdempotencyStore
{
    /// <summary>The answer under a key; null where there is none or it has expired.</summary>
    Task<StoredAnswer?> FindAsync(string key);

    /// <summary>Deletes what has expired, and returns how many that were.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset now);
}
