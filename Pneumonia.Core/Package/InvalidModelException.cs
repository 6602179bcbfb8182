namespace Pneumonia.Core.Package;

/// <summary>A model zip that is refused. The message is one sentence that names the file and the reason.</summary>
public sealed class InvalidModelException : UserException
{
    /// <summary>Makes the message <c>"{path}: {reason}"</c>.</summary>
    public InvalidModelException(string path, string reason, Exception? innerException = null)
        : base($"{path}: {reason}", innerException) => Reason = reason;

    /// <summary>Why it was refused, without the file's name.</summary>
    public string Reason { get; }
}
