namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>A file of a job in the types that both databases share.</summary>
internal sealed class JobFileRow
{
    public const string Columns =
        """
        job_id AS JobId, place, file_name AS FileName, patient, image_sha256 AS ImageSha256, state, attempts, study_id AS StudyId, error
        """;

    public const string Insert =
        """
        INSERT INTO job_files (id, job_id, place, file_name, patient, image_sha256, state, attempts)
        VALUES (@Id, @JobId, @Place, @FileName, @Patient, @ImageSha256, 'waiting', 0)
        """;

    public string JobId { get; init; } = string.Empty;

    public int Place { get; init; }

    public string FileName { get; init; } = string.Empty;

    public string? Patient { get; init; }

    public string ImageSha256 { get; init; } = string.Empty;

    public string State { get; init; } = string.Empty;

    public int Attempts { get; init; }

    public string? StudyId { get; init; }

    public string? Error { get; init; }

    public JobFile ToFile() => new()
    {
        JobId = JobId,
        Place = Place,
        FileName = FileName,
        Patient = Patient,
        ImageSha256 = ImageSha256,
        State = Enum.Parse<JobFileState>(State, ignoreCase: true),
        Attempts = Attempts,
        StudyId = StudyId,
        Error = Error,
    };
}
