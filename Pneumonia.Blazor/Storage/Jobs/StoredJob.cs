namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>A batch of images, as it lies in the database.</summary>
/// <param name="Id">Identifier, 32 hexadecimal digits.</param>
/// <param name="Received">When it came in, UTC, to the millisecond.</param>
/// <param name="Cancelled">When it was ended, UTC; null where nobody did.</param>
/// <param name="Total">How many files it has.</param>
/// <param name="Waiting">How many of them wait.</param>
/// <param name="Done">How many of them have become studies.</param>
/// <param name="Failed">How many of them have failed.</param>
public sealed record StoredJob(
    string Id, DateTimeOffset Received, DateTimeOffset? Cancelled, int Total, int Waiting, int Done, int Failed)
{
    public JobState State => Cancelled is not null ? JobState.Cancelled
        : Waiting == 0 ? JobState.Done
        : Waiting == Total ? JobState.Waiting
        : JobState.Running;
}
