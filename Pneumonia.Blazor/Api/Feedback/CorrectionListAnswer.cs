using System.ComponentModel;

namespace Pneumonia.Blazor.Api.Feedback;

/// <summary>A page of a study's corrections, oldest first.</summary>
internal sealed record CorrectionListAnswer(
    IReadOnlyList<CorrectionAnswer> Corrections,
    [property: Description("The next page's cursor; null on the last.")] string? Next);
