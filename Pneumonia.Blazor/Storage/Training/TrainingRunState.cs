namespace Pneumonia.Blazor.Storage.Training;

/// <summary>Where a training run stands.</summary>
public enum TrainingRunState
{
    /// <summary>It waits for those before it.</summary>
    Queued,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>Its model is registered.</summary>
    Finished,

    /// <summary>It ended with an error; it can be resumed.</summary>
    Failed,

    /// <summary>Somebody stopped it; it can be resumed.</summary>
    Cancelled,

    /// <summary>The app ended before it did; it can be resumed.</summary>
    Interrupted,
}
