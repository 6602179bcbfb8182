namespace Pneumonia.Blazor.Storage.Corrections;

/// <summary>What a clinician says a study really shows, against the model's verdict; the last one counts.</summary>
/// <param name="StudyId">The study.</param>
/// <param name="Label">The class it shows.</param>
/// <param name="Note">A remark; null for none.</param>
/// <param name="At">When, UTC.</param>
public sealed record Correction(string StudyId, string Label, string? Note, DateTimeOffset At);
