using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>A study in the types that both databases share.</summary>
internal sealed class StudyRow
{
    public const string Columns =
        """
        id, patient, received_at AS ReceivedAt, source, image_sha256 AS ImageSha256, image_bytes AS ImageBytes, file_name AS FileName,
        width, height, format, model, probabilities, positive_class AS PositiveClass, score, threshold, verdict, urgency, refused,
        reasons, triage, meaning, status, brightness, sharpness, contrast, synthetic, cropped,
        population
        """;

    public const string Insert =
        """
        INSERT INTO studies (id, patient, received_at, source, image_sha256, image_bytes, file_name, search_text, width, height,
            format, model, probabilities, positive_class, score, threshold, verdict, urgency, refused, reasons,
            triage, meaning, status, brightness, sharpness, contrast, synthetic, cropped, population)
        VALUES (@Id, @Patient, @ReceivedAt, @Source, @ImageSha256, @ImageBytes, @FileName, @SearchText, @Width, @Height,
            @Format, @Model, @Probabilities, @PositiveClass, @Score, @Threshold, @Verdict, @Urgency, @Refused, @Reasons,
            @Triage, @Meaning, @Status, @Brightness, @Sharpness, @Contrast, @Synthetic, @Cropped, @Population)
        """;

    public string Id { get; init; } = string.Empty;

    public string? Patient { get; init; }

    public long ReceivedAt { get; init; }

    public string Source { get; init; } = string.Empty;

    public string ImageSha256 { get; init; } = string.Empty;

    public long ImageBytes { get; init; }

    public string FileName { get; init; } = string.Empty;

    public string SearchText => $"{FileName} {Patient}".ToLowerInvariant();

    public int Width { get; init; }

    public int Height { get; init; }

    public string Format { get; init; } = string.Empty;

    public string Model { get; init; } = string.Empty;

    public string Probabilities { get; init; } = string.Empty;

    public string PositiveClass { get; init; } = string.Empty;

    public double Score { get; init; }

    public double Threshold { get; init; }

    public string Verdict { get; init; } = string.Empty;

    public int Urgency { get; init; }

    public int Refused { get; init; }

    public string Reasons { get; init; } = string.Empty;

    public string? Triage { get; init; }

    public string? Meaning { get; init; }

    public string Status { get; init; } = string.Empty;

    public double? Brightness { get; init; }

    public double? Sharpness { get; init; }

    public double? Contrast { get; init; }

    public int Synthetic { get; init; }

    public string? Cropped { get; init; }

    public string? Population { get; init; }

    public static StudyRow From(StoredStudy study) => new()
    {
        Id = study.Id,
        Patient = study.Patient,
        ReceivedAt = study.Received.ToUnixTimeMilliseconds(),
        Source = DatabaseText.Of(study.Source),
        ImageSha256 = study.ImageSha256,
        ImageBytes = study.ImageBytes,
        FileName = study.FileName,
        Width = study.Width,
        Height = study.Height,
        Format = study.Format,
        Model = study.Model,
        Probabilities = JsonSerializer.Serialize(study.Probabilities, ModelJson.Line),
        PositiveClass = study.PositiveClass,
        Score = study.Score,
        Threshold = study.Threshold,
        Verdict = study.Verdict,
        Urgency = (int)study.Urgency,
        Refused = study.Refused ? 1 : 0,
        Reasons = JsonSerializer.Serialize(study.Reasons, ModelJson.Line),
        Triage = study.Triage is { } triage ? DatabaseText.Of(triage) : null,
        Meaning = study.Meaning is { } meaning ? JsonSerializer.Serialize(meaning, ModelJson.Line) : null,
        Status = DatabaseText.Of(study.Status),
        Brightness = study.Look?.Brightness,
        Sharpness = study.Look?.Sharpness,
        Contrast = study.Look?.Contrast,
        Synthetic = study.Synthetic ? 1 : 0,
        Cropped = study.Cropped is { } cropped ? JsonSerializer.Serialize(cropped, ModelJson.Line) : null,
        Population = study.Population is { } population ? JsonSerializer.Serialize(population, ModelJson.Line) : null,
    };

    public StoredStudy ToStudy() => new()
    {
        Id = Id,
        Patient = Patient,
        Received = DateTimeOffset.FromUnixTimeMilliseconds(ReceivedAt),
        Source = Enum.Parse<StudySource>(Source, ignoreCase: true),
        ImageSha256 = ImageSha256,
        ImageBytes = ImageBytes,
        FileName = FileName,
        Width = Width,
        Height = Height,
        Format = Format,
        Model = Model,
        Probabilities = JsonSerializer.Deserialize<ClassProbability[]>(Probabilities, ModelJson.Line)!,
        PositiveClass = PositiveClass,
        Score = Score,
        Threshold = Threshold,
        Verdict = Verdict,
        Urgency = (Urgency)Urgency,
        Refused = Refused != 0,
        Reasons = JsonSerializer.Deserialize<string[]>(Reasons, ModelJson.Line)!,
        Triage = Triage is null ? null : Enum.Parse<Triage>(Triage, ignoreCase: true),
        Meaning = Meaning is null ? null : JsonSerializer.Deserialize<ScoreMeaning>(Meaning, ModelJson.Line),
        Status = Enum.Parse<StudyStatus>(Status, ignoreCase: true),
        Look = (Brightness, Sharpness, Contrast) is ({ } brightness, { } sharpness, { } contrast)
            ? new ImageLook(brightness, sharpness, contrast)
            : null,
        Synthetic = Synthetic != 0,
        Cropped = Cropped is null ? null : JsonSerializer.Deserialize<Margins>(Cropped, ModelJson.Line),
        Population = Population is null ? null : JsonSerializer.Deserialize<PopulationFinding>(Population, ModelJson.Line),
    };
}
