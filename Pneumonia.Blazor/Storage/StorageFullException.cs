using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage;

/// <summary>The disk has no room left. Nothing of what was asked has been stored.</summary>
public sealed class StorageFullException(UserText message, Exception? innerException = null) : StorageException(message, innerException);
