using Pneumonia.Blazor.Explaining;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>One X-ray of a session, from its arrival to its answer.</summary>
public sealed class Study(string name, bool synthetic)
{
    /// <summary>File name, shown to the visitor who chose it and to nobody else.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is a phantom, not a patient.</summary>
    public bool Synthetic { get; } = synthetic;

    public StudyState State { get; set; }

    /// <summary>Why it was refused, one sentence.</summary>
    public string? Refusal { get; set; }

    public Diagnosis? Diagnosis { get; set; }

    /// <summary>Its identifier in the store; null where it is not kept.</summary>
    public string? StoredId { get; set; }

    public string? ViewId { get; set; }

    public string? ThumbnailId { get; set; }

    public string? OverlayId { get; set; }

    /// <summary>The saliency map as lines; null until it is measured.</summary>
    public string? ContoursId { get; set; }

    /// <summary>Images that others took the place of. They stay a while: a browser may still be fetching them.</summary>
    public List<string> RetiredIds { get; } = [];

    /// <summary>Name of the method whose map <see cref="OverlayId"/> shows.</summary>
    public string? ShownMethod { get; set; }

    /// <summary>How the answer is explained; null until that is asked for.</summary>
    public StudyExplanation? Explanation { get; set; }

    /// <summary>Whether it was taken away, and its images with it.</summary>
    public bool IsForgotten { get; set; }

    public bool IsBusy => State is StudyState.Waiting or StudyState.Reading or StudyState.Analysing;
}
