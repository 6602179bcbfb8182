using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Notes;

/// <summary>Remarks on studies.</summary>
public interface INoteStore
{
    /// <summary>Adds a remark. False where there is no such study.</summary>
    Task<bool> AddAsync(string studyId, string text);

    /// <summary>As the other, together with what else is written within a transaction.</summary>
    Task<bool> AddAsync(string studyId, Note note, StorageTransaction? within = null);

    /// <summary>A study's remarks, oldest first.</summary>
    Task<IReadOnlyList<Note>> ListAsync(string studyId);
}
