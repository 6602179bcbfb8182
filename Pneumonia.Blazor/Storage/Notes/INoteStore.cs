namespace Pneumonia.Blazor.Storage.Notes;

/// <summary>Remarks on studies.</summary>
public interface INoteStore
{
    /// <summary>Adds a remark. False where there is no such study.</summary>
    Task<bool> AddAsync(string studyId, string text);

    /// <summary>As the other, and stores the answer to its request with it.</summary>
    /// <exception cref="Idempotency.KeyTakenException">Another request with the same key was answered first.</exception>
    Task<bool> AddAsync(string studyId, Note note, Idempotency.StoredAnswer? answer = null);

    /// <summary>A study's remarks, oldest first.</summary>
    Task<IReadOnlyList<Note>> ListAsync(string studyId);
}
