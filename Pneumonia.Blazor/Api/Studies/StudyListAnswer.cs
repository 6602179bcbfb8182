namespace Pneumonia.Blazor.Api.Studies;

/// <summary>A page of studies.</summary>
/// <param name="Studies">The studies, in order.</param>
/// <param name="Next">The next page's <c>cursor</c>; null on the last.</param>
internal sealed record StudyListAnswer(IReadOnlyList<StudyAnswer> Studies, string? Next);
