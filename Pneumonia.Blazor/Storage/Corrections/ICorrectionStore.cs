using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Corrections;

/// <summary>The corrections, from which a model can learn.</summary>
public interface ICorrectionStore
{
    /// <summary>Adds a correction, and marks the study. False where there is no such study.</summary>
    Task<bool> AddAsync(string studyId, string label, string? note = null);

    /// <summary>As the other, together with what else is written within a transaction.</summary>
    Task<bool> AddAsync(Correction correction, StorageTransaction? within = null);

    /// <summary>Takes a study's last correction back, and gives the study the status that it has without. False where there is none.</summary>
    Task<bool> UndoAsync(string studyId);

    /// <summary>Corrections that stand, oldest first.</summary>
    /// <param name="studyId">Only those of one study; null for all.</param>
    Task<IReadOnlyList<Correction>> ListAsync(string? studyId = null);

    /// <summary>A page of a study's corrections that stand, oldest first. What is taken back meanwhile shifts nothing.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="after">Identifier of the last correction before the page, whether it still stands or not; null for the first page.</param>
    /// <param name="limit">Most corrections on the page.</param>
    Task<CorrectionPage> PageAsync(string studyId, string? after, int limit);
}
