namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>An X-ray of a tab, by what it can be opened again with.</summary>
/// <param name="StoredId">Its identifier in the store; null where it is not kept.</param>
/// <param name="Sample">File name of the sample that it is; null for every other.</param>
/// <param name="AnswerShown">Whether the visitor may have seen the answer.</param>
public sealed record TabStudy(string? StoredId, string? Sample, bool AnswerShown);
