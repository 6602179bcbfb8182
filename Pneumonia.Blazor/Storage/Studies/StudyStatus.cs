namespace Pneumonia.Blazor.Storage.Studies;

/// <summary>What has become of a study.</summary>
public enum StudyStatus
{
    /// <summary>No clinician has read it yet.</summary>
    New,

    /// <summary>A clinician has read it.</summary>
    Read,

    /// <summary>A clinician has corrected the model's verdict.</summary>
    Corrected,

    /// <summary>The model does not vouch for its answer, and no clinician has read it yet.</summary>
    Refused,
}
