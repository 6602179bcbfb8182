namespace Pneumonia.Blazor.Storage.Notes;

/// <summary>A remark on a study.</summary>
/// <param name="Text">The remark.</param>
/// <param name="At">When, UTC.</param>
public sealed record Note(string Text, DateTimeOffset At);
