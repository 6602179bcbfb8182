namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>What has become of one file of a job.</summary>
public enum JobFileState
{
    Waiting,

    /// <summary>It is a study by now.</summary>
    Done,

    /// <summary>It cannot be answered.</summary>
    Failed,

    /// <summary>Its job was ended first.</summary>
    Cancelled,
}
