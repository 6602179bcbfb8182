using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.Records;
using Pneumonia.Blazor.Storage.Studies;

namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>One X-ray of a session, from its arrival to its answer.</summary>
public sealed class Study(string name, bool synthetic)
{
    /// <summary>File name, shown to the visitor who chose it and to nobody else.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is a phantom, not a patient.</summary>
    public bool Synthetic { get; } = synthetic;

    /// <summary>Its place among the uploads of its tab; null where it came in another way.</summary>
    public int? Place { get; init; }

    public StudyState State { get; set; }

    /// <summary>Share of its bytes that are here, 0 to 1.</summary>
    public double Received { get; set; }

    /// <summary>Why it was refused, one sentence.</summary>
    public string? Refusal { get; set; }

    /// <summary>What the model said, at its own operating point.</summary>
    public Diagnosis? Answer { get; set; }

    /// <summary>The answer as it is shown: at the operating point that the visitor chose.</summary>
    public Diagnosis? Diagnosis { get; set; }

    /// <summary>Whether the visitor may have seen the answer: from then on no reading of it is blind.</summary>
    public bool AnswerShown { get; set; }

    /// <summary>The study in the store; null where it is not kept.</summary>
    public StoredStudy? Stored { get; set; }

    /// <summary>Its identifier in the store; null where it is not kept.</summary>
    public string? StoredId => Stored?.Id;

    /// <summary>What clinicians have added.</summary>
    public StudyRecord Record { get; set; } = StudyRecord.Empty;

    /// <summary>Another study of the same patient, shown beside it.</summary>
    public PriorStudy? Prior { get; set; }

    public string? ViewId { get; set; }

    /// <summary>The grey levels as decoded, for window and level.</summary>
    public string? LevelsId { get; set; }

    public string? ThumbnailId { get; set; }

    public string? OverlayId { get; set; }

    /// <summary>The saliency map as lines; null until it is measured.</summary>
    public string? ContoursId { get; set; }

    /// <summary>The report, made whenever it is fetched.</summary>
    public string? ReportId { get; set; }

    /// <summary>Images that others took the place of. They stay a while: a browser may still be fetching them.</summary>
    public List<string> RetiredIds { get; } = [];

    /// <summary>Every image that is held for it.</summary>
    public IEnumerable<string> ImageIds =>
        new[] { ViewId, LevelsId, ThumbnailId, OverlayId, ContoursId, ReportId, Prior?.ViewId, Prior?.LevelsId }.OfType<string>()
            .Concat(RetiredIds);

    /// <summary>Name of the method whose map <see cref="OverlayId"/> shows.</summary>
    public string? ShownMethod { get; set; }

    /// <summary>How the answer is explained; null until that is asked for.</summary>
    public StudyExplanation? Explanation { get; set; }

    /// <summary>Whether it was taken away, and its images with it.</summary>
    public bool IsForgotten { get; set; }

    public bool IsBusy => State < StudyState.Done;
}
