namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>A page of studies.</summary>
/// <param name="Studies">The studies, in order.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record StudyPage(IReadOnlyList<StoredStudy> Studies, StudyCursor? Next);
