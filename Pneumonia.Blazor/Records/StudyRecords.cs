using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;

namespace Pneumonia.Blazor.Records;

/// <summary>What the store knows that clinicians said of its studies.</summary>
public sealed class StudyRecords(IReadingStore readings, ICorrectionStore corrections, INoteStore notes)
{
    /// <exception cref="Storage.StorageException">The store cannot be read.</exception>
    public async Task<StudyRecord> OfAsync(string studyId) => new(
        await readings.ListAsync(studyId),
        await corrections.ListAsync(studyId) is [.., var last] ? last : null,
        await notes.ListAsync(studyId));
}
