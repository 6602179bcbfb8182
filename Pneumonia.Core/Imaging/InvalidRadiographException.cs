namespace Pneumonia.Core.Imaging;

/// <summary>Bytes that cannot be taken as an X-ray. The message is one sentence that names the file and the reason.</summary>
public sealed class InvalidRadiographException : UserException
{
    /// <summary>Makes the message <c>"{name}: {reason}"</c>.</summary>
    public InvalidRadiographException(string name, UserText reason, Exception? innerException = null)
        : base($"{name}: {reason}", innerException) => (Name, Because) = (name, reason);

    /// <summary>File name or other provenance.</summary>
    public string Name { get; }

    /// <summary>Why it was refused, without the name.</summary>
    public UserText Because { get; }

    /// <summary>The same in English.</summary>
    public string Reason => Because.ToString();
}
