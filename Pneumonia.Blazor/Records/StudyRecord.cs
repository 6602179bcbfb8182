using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Blazor.Storage.Notes;
using Pneumonia.Blazor.Storage.Readings;

namespace Pneumonia.Blazor.Records;

/// <summary>What clinicians have added to a study.</summary>
/// <param name="Readings">Their own readings, oldest first.</param>
/// <param name="Correction">What they say it really shows; null where the model's verdict stands.</param>
/// <param name="Notes">Their remarks, oldest first.</param>
public sealed record StudyRecord(IReadOnlyList<Reading> Readings, Correction? Correction, IReadOnlyList<Note> Notes)
{
    public static StudyRecord Empty { get; } = new([], null, []);
}
