namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>One file of a job.</summary>
public sealed record JobFile
{
    public required string JobId { get; init; }

    /// <summary>Place in the job, from 0 on.</summary>
    public required int Place { get; init; }

    /// <summary>The file's name as the sender gave it. For people's eyes; never logged, never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Pseudonym that groups a patient's studies; null where none was given.</summary>
    public required string? Patient { get; init; }

    /// <summary>SHA-256 of the image file, which is kept while the file waits.</summary>
    public required string ImageSha256 { get; init; }

    public JobFileState State { get; init; }

    /// <summary>How often its analysis was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>The study that it has become; null where it has not.</summary>
    public string? StudyId { get; init; }

    /// <summary>Why it has failed, one sentence.</summary>
    public string? Error { get; init; }

    public string Id => $"{JobId}-{Place:0000}";
}
