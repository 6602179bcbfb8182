using Pneumonia.Blazor.Diagnosing;

namespace Pneumonia.Blazor.Records;

/// <summary>What a report says of one X-ray.</summary>
public sealed record Report
{
    /// <summary>File name, as the reader knows it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a phantom, not a patient.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The patient's pseudonym; null where none was given.</summary>
    public required string? Patient { get; init; }

    /// <summary>When the X-ray came in; null where it is not kept.</summary>
    public required DateTimeOffset? Received { get; init; }

    /// <summary>The answer as the reader sees it.</summary>
    public required Diagnosis Diagnosis { get; init; }

    /// <summary>The saliency layer that the reader sees; null for none.</summary>
    public required StoredImage? Overlay { get; init; }

    /// <summary>Whether the layer was measured to explain little; null where it was not measured.</summary>
    public required bool? OverlayExplainsLittle { get; init; }

    public required StudyRecord Record { get; init; }
}
