using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage;

/// <summary>The database or the image folder is not there, or does not answer.</summary>
public sealed class StorageUnavailableException(UserText message, Exception? innerException = null)
    : StorageException(message, innerException);
