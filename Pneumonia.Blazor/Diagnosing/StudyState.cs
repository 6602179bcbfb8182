namespace Pneumonia.Blazor.Diagnosing;

/// <summary>Where a study stands.</summary>
public enum StudyState
{
    Waiting,
    Reading,
    Analysing,
    Done,
    Refused,
}
