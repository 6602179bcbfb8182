namespace Pneumonia.Blazor.ReadingRoom;

/// <summary>Where a study stands, in this order.</summary>
public enum StudyState
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>Its bytes come in.</summary>
    Reading,

    Decoding,

    Analysing,

    /// <summary>Being stored.</summary>
    Keeping,

    Done,

    Refused,
}
