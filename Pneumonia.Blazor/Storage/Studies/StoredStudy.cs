using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>One X-ray with the model's answer, as it lies in the database.</summary>
public sealed record StoredStudy
{
    /// <summary>Identifier, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Pseudonym that groups a patient's studies; null where none was given.</summary>
    public string? Patient { get; init; }

    /// <summary>When it came in, UTC, to the millisecond.</summary>
    public required DateTimeOffset Received { get; init; }

    public required StudySource Source { get; init; }

    /// <summary>SHA-256 of the image file.</summary>
    public required string ImageSha256 { get; init; }

    public required long ImageBytes { get; init; }

    /// <summary>The file's name as the sender gave it. For people's eyes; never logged, never a path.</summary>
    public required string FileName { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Image format in small letters, e.g. <c>png</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What was cut off the image before the model looked; null: nothing.</summary>
    public Margins? Cropped { get; init; }

    /// <summary>How the image looks; null where it was not measured, as of older studies.</summary>
    public ImageLook? Look { get; init; }

    /// <summary>Name and short version of the model that answered.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<ClassProbability> Probabilities { get; init; }

    public required string PositiveClass { get; init; }

    /// <summary>Probability of all that is positive, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The least score for a positive verdict, 0 to 1.</summary>
    public required double Threshold { get; init; }

    /// <summary>The class that the model decided on.</summary>
    public required string Verdict { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>Whether the model does not vouch for its answer on this image.</summary>
    public bool Refused { get; init; }

    /// <summary>Why, one sentence each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the answer is good for; null where the model does not say, and on a refused image.</summary>
    public Triage? Triage { get; init; }

    /// <summary>How many held-out images with such a score were positive; null as <see cref="Triage"/>.</summary>
    public ScoreMeaning? Meaning { get; init; }

    /// <summary>Whose X-ray the model took it for; null where it makes no difference.</summary>
    public PopulationFinding? Population { get; init; }

    public required StudyStatus Status { get; init; }

    /// <summary>Whether no clinician has read it yet.</summary>
    public bool IsUnread => Status is StudyStatus.New or StudyStatus.Refused;

    /// <summary>Whether it is a phantom, and nobody's X-ray.</summary>
    public bool Synthetic { get; init; }
}
