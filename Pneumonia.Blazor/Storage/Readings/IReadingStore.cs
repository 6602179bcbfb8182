using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Readings;

/// <summary>The clinicians' readings.</summary>
public interface IReadingStore
{
    /// <summary>Adds a reading; a study that was new or refused counts as read from then on. False where there is no such study.</summary>
    Task<bool> AddAsync(string studyId, string label, bool blind, string? note = null);

    /// <summary>As the other, together with what else is written within a transaction.</summary>
    Task<bool> AddAsync(string studyId, Reading reading, StorageTransaction? within = null);

    /// <summary>A study's readings, oldest first.</summary>
    Task<IReadOnlyList<Reading>> ListAsync(string studyId);
}
