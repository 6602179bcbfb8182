using Pneumonia.Core;

namespace Pneumonia.Blazor.Storage;

/// <summary>The store cannot do what was asked. The message is one sentence without anything of a patient.</summary>
public class StorageException(UserText message, Exception? innerException = null) : UserException(message, innerException);
