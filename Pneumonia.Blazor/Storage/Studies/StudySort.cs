namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>Order of a worklist.</summary>
public enum StudySort
{
    /// <summary>The most urgent first, and among them the one that has waited longest.</summary>
    Urgency,

    /// <summary>The newest first.</summary>
    Time,

    /// <summary>The highest score first.</summary>
    Score,
}
