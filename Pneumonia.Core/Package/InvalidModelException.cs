namespace Pneumonia.Core.Package;

/// <summary>A model zip that is refused. The message is one sentence that names the file and the reason.</summary>
public sealed class InvalidModelException : UserException
{
    /// <summary>Makes the message <c>"{path}: {reason}"</c>.</summary>
    public InvalidModelException(string path, UserText reason, Exception? innerException = null)
        : base($"{path}: {reason}", innerException) => Because = reason;

    /// <summary>Why it was refused, without the file's name.</summary>
    public UserText Because { get; }

    /// <summary>The same in English.</summary>
    public string Reason => Because.ToString();
}
