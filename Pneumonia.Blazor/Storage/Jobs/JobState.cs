namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>None of its files has been looked at.</summary>
    Waiting,

    /// <summary>Some of its files wait still.</summary>
    Running,

    /// <summary>Every file is answered or has failed.</summary>
    Done,

    /// <summary>It was ended before that; what was answered by then stays.</summary>
    Cancelled,
}
