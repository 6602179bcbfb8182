using System.ComponentModel;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>A page of jobs.</summary>
internal sealed record JobListAnswer(
    IReadOnlyList<JobAnswer> Jobs,
    [property: Description("The next page's cursor; null on the last.")] string? Next);
