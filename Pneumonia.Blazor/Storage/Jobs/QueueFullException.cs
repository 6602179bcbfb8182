namespace Pneumonia.Blazor.Storage.Jobs;

/// <summary>So many files wait already that no more are taken. Nothing of what was asked has been stored.</summary>
public sealed class QueueFullException(long waiting)
    : StorageException($"{waiting} files wait already; try again when there are fewer.");
