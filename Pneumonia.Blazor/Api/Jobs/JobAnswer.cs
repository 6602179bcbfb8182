using System.ComponentModel;
using Pneumonia.Blazor.Storage.Jobs;

namespace Pneumonia.Blazor.Api.Jobs;

/// <summary>A job, as the API tells it.</summary>
internal sealed record JobAnswer
{
    public required string Id { get; init; }

    public required DateTimeOffset Received { get; init; }

    public required JobState State { get; init; }

    [Description("How many files it has.")]
    public required int Total { get; init; }

    [Description("How many of them have become studies.")]
    public required int Done { get; init; }

    [Description("How many of them cannot be answered.")]
    public required int Failed { get; init; }

    [Description("When it was cancelled; null where it was not.")]
    public required DateTimeOffset? Cancelled { get; init; }

    [Description("Its files, in the order in which they were sent; null in the list of jobs.")]
    public required IReadOnlyList<JobFileAnswer>? Files { get; init; }

    public static JobAnswer Of(StoredJob job, IReadOnlyList<JobFile>? files) => new()
    {
        Id = job.Id,
        Received = job.Received,
        State = job.State,
        Total = job.Total,
        Done = job.Done,
        Failed = job.Failed,
        Cancelled = job.Cancelled,
        Files = files is null ? null : [.. files.Select(JobFileAnswer.Of)],
    };
}
