using Pneumonia.Core.Judging;

namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>One page of a worklist.</summary>
public sealed record StudyQuery
{
    public const int MostPerPage = 200;

    public StudySort Sort { get; init; } = StudySort.Time;

    /// <summary>Only studies of this status; null for all.</summary>
    public StudyStatus? Status { get; init; }

    /// <summary>Only studies of this urgency; null for all.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Only studies that the model does not vouch for, or only the others; null for all.</summary>
    public bool? Refused { get; init; }

    /// <summary>Only studies received then or later; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only studies received earlier; null for all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only studies with this verdict; null for all.</summary>
    public string? Verdict { get; init; }

    /// <summary>Only studies with this triage; null for all.</summary>
    public Triage? Triage { get; init; }

    /// <summary>Only studies whose file name or patient contains this, in capital or small letters; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public StudyCursor? After { get; init; }

    /// <summary>Most studies on the page, 1 to <see cref="MostPerPage"/>.</summary>
    public int Limit { get; init; } = 50;
}
