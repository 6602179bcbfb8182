using System.ComponentModel;
using System.Text.Json.Serialization;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary>A study, as the API tells it.</summary>
internal sealed record StudyAnswer
{
    public required string Id { get; init; }

    public required DateTimeOffset Received { get; init; }

    public required StudyStatus Status { get; init; }

    public required Urgency Urgency { get; init; }

    public required string? Patient { get; init; }

    public required string FileName { get; init; }

    public required StudyImage Image { get; init; }

    [Description("Bars of one grey around the X-ray that were cut off before the model looked, in pixels of the file's upright image; null: none.")]
    public required Margins? Cropped { get; init; }

    public required string Model { get; init; }

    public required IReadOnlyList<ClassProbability> Classes { get; init; }

    public required string PositiveClass { get; init; }

    public required double Threshold { get; init; }

    public required string Verdict { get; init; }

    public required bool Refused { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public required Triage? Triage { get; init; }

    public required ScoreMeaning? Meaning { get; init; }

    [Description("Whose X-ray the model took it for, a child's or an adult's, and how sure the image makes it (no probability: the age was sent), and so which calibration and threshold answered; null: the model makes no difference.")]
    public required PopulationFinding? Population { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("What the answer rests on; only where it was asked for with the prediction.")]
    public SaliencyAnswer? Saliency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where the lungs were found, less what cropped says; only with the prediction, of a model that sees the lungs alone.")]
    public LungShape? Lungs { get; init; }

    public required bool Synthetic { get; init; }

    public static StudyAnswer Of(StoredStudy study) => new()
    {
        Id = study.Id,
        Received = study.Received,
        Status = study.Status,
        Urgency = study.Urgency,
        Patient = study.Patient,
        FileName = study.FileName,
        Image = new StudyImage(
            $"{ApiRoutes.Study(study.Id)}/image", study.ImageSha256, study.ImageBytes, study.Width, study.Height, study.Format),
        Cropped = study.Cropped,
        Model = study.Model,
        Classes = study.Probabilities,
        PositiveClass = study.PositiveClass,
        Threshold = study.Threshold,
        Verdict = study.Verdict,
        Refused = study.Refused,
        Reasons = study.Reasons,
        Triage = study.Triage,
        Meaning = study.Meaning,
        Population = study.Population,
        Synthetic = study.Synthetic,
    };
}
