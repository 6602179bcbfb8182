namespace Pneumonia.Blazor.Storage.Readings;

/// <summary>A clinician's own reading of a study.</summary>
/// <param name="Label">The class that the clinician sees.</param>
/// <param name="Blind">Whether it was given before the model's answer was shown.</param>
/// <param name="Note">A remark; null for none.</param>
/// <param name="At">When, UTC.</param>
public sealed record Reading(string Label, bool Blind, string? Note, DateTimeOffset At);
