namespace Pneumonia.Blazor.Storage.Idempotency;

/// <summary>Another request with the same key was answered first. Nothing of this one has been stored.</summary>
public sealed class KeyTakenException() : StorageException("This key has been answered already.");
