namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>A correction of a study, as the API tells it.</summary>
internal sealed record CorrectionAnswer(string Label, string? Note, DateTimeOffset At);
