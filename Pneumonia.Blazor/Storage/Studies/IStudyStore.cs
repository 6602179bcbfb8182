using Pneumonia.Blazor.Storage.Databases;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>The studies.</summary>
public interface IStudyStore
{
    /// <summary>Stores a study. Its image must be durable already.</summary>
    /// <param name="study">The study.</param>
    /// <param name="within">What it is stored together with; null for nothing.</param>
    Task AddAsync(StoredStudy study, StorageTransaction? within = null);

    Task<StoredStudy?> FindAsync(string id);

    /// <summary>A page of the worklist.</summary>
    Task<StudyPage> ListAsync(StudyQuery query);

    /// <summary>How many studies there are on all pages of a worklist.</summary>
    Task<long> CountAsync(StudyQuery query);

    /// <summary>A patient's studies, newest first.</summary>
    Task<IReadOnlyList<StoredStudy>> ListOfPatientAsync(string patient);

    /// <summary>Sets the pseudonym of a study's patient; null for none. False where there is no such study.</summary>
    Task<bool> SetPatientAsync(string id, string? patient);

    /// <summary>How many studies there are of each status; a status that none has is left out.</summary>
    Task<IReadOnlyDictionary<StudyStatus, long>> CountAsync();

    /// <summary>Marks studies as read that no clinician has read yet.</summary>
    /// <returns>Identifiers of those.</returns>
    Task<IReadOnlyList<string>> MarkReadAsync(IReadOnlyCollection<string> ids);

    /// <summary>Takes back that studies were marked as read; what a clinician has judged or corrected since stays as it is.</summary>
    /// <returns>How many were taken back.</returns>
    Task<int> MarkUnreadAsync(IReadOnlyCollection<string> ids);

    /// <summary>Deletes studies with their readings, corrections and notes. Their images go with the next sweep, unless another study
    /// needs them.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DeleteAsync(IReadOnlyCollection<string> ids);

    /// <summary>Hashes of all images that studies, or files of jobs that wait, refer to.</summary>
    Task<IReadOnlySet<string>> ImagesAsync();

    /// <summary>Whether a study, or a file of a job that waits, refers to this image.</summary>
    Task<bool> NeedsImageAsync(string hash);
}
